/** The whole answer of a metric that needs stage history where there is none. */
export interface WithoutHistory {
  readonly suppressed: 'history';
}

export const WITHOUT_HISTORY: WithoutHistory = { suppressed: 'history' };
