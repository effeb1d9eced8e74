import type { Region } from './regions.js';

/** Invented partners, largest first. Distributors sell through others and seldom themselves. */
export const partnerNames: readonly {
  readonly name: string;
  readonly region: Region;
  readonly distributor?: true;
}[] = [
  { name: 'Nordwind Systems', region: 'DACH' },
  { name: 'Aldera IT', region: 'Benelux' },
  { name: 'Hafen Digital', region: 'DACH' },
  { name: 'Kestrel & Vale', region: 'UK & Ireland' },
  { name: 'Brightwater Solutions and Services International', region: 'UK & Ireland' },
  { name: 'Montelago', region: 'Southern Europe' },
  { name: 'Sierra Cloud Partners', region: 'North America' },
  { name: 'Oriel Networks', region: 'UK & Ireland' },
  { name: 'Tamarack Group', region: 'North America' },
  { name: 'Fjellhavn Data', region: 'Nordics' },
  { name: 'Lindgrund Netze', region: 'DACH' },
  { name: 'Polderkamp ICT', region: 'Benelux' },
  { name: 'Quillwater Systems', region: 'North America' },
  { name: 'Talmark Technik', region: 'DACH' },
  { name: 'Granvik Teknik', region: 'Nordics' },
  { name: 'Riva Serena Sistemi', region: 'Southern Europe' },
  { name: 'Ostermoor IT', region: 'DACH' },
  { name: 'Penhallow Technology', region: 'UK & Ireland' },
  { name: 'Cedar Hollow Integrators', region: 'North America' },
  { name: 'Scheldemond Partners', region: 'Benelux' },
  { name: 'Alpgrat Informatik', region: 'DACH' },
  { name: 'Isbrand Data', region: 'Nordics' },
  { name: 'Miralta Soluciones', region: 'Southern Europe' },
  { name: 'Carrick Moor IT', region: 'UK & Ireland' },
  { name: 'Steinbach & Rohr', region: 'DACH' },
  { name: 'Blue Mesa Integrators', region: 'North America' },
  { name: 'Vierhoek Digital', region: 'Benelux' },
  { name: 'Brunnwart Services', region: 'DACH' },
  { name: 'Skogsund IT', region: 'Nordics' },
  { name: 'Wexholm Partners', region: 'UK & Ireland' },
  { name: 'Valdemar Redes', region: 'Southern Europe' },
  { name: 'Granite Ferry Consulting', region: 'North America' },
  { name: 'Kornhain Systeme', region: 'DACH' },
  { name: 'Duinzicht Techniek', region: 'Benelux' },
  { name: 'Ashcombe Telemetry', region: 'UK & Ireland' },
  { name: 'Lysefors Partner', region: 'Nordics' },
  { name: 'Federsee Automation', region: 'DACH' },
  { name: 'Saltmarsh Data', region: 'North America' },
  { name: 'Puentenuevo Tecnología', region: 'Southern Europe' },
  { name: 'Wehrfeld Netzwerke', region: 'DACH' },
  { name: 'Inverlea Digital', region: 'UK & Ireland' },
  { name: 'Heidekruid Systems', region: 'Benelux' },
  { name: 'Prairie Lantern IT', region: 'North America' },
  { name: 'Marlstein Technik', region: 'DACH' },
  { name: 'Castelverde Reti', region: 'Southern Europe' },
  { name: 'Havnlund Systems', region: 'Nordics' },
  { name: 'Thornmere Wireless', region: 'UK & Ireland' },
  { name: 'Rotbuche IT', region: 'DACH' },
  { name: 'Stillwater Bend Networks', region: 'North America' },
  { name: 'Zeegras Connect', region: 'Benelux' },
  { name: 'Moorkate Digital', region: 'DACH' },
  { name: 'Collina Chiara', region: 'Southern Europe' },
  { name: 'Fernleigh Devices', region: 'UK & Ireland' },
  { name: 'Brenselv IT', region: 'Nordics' },
  { name: 'Copper Lantern Systems', region: 'North America' },
  { name: 'Weidental Computer', region: 'DACH' },
  { name: 'Elbgau Distribution', region: 'DACH', distributor: true },
  { name: 'Waterlinie Distribution', region: 'Benelux', distributor: true },
  { name: 'Thornmere Distribution', region: 'UK & Ireland', distributor: true },
  { name: 'Prairie Gate Distribution', region: 'North America', distributor: true },
];

/** For programmes with more partners than have a name of their own. */
export const partnerStems: readonly string[] =
  'Alder Birken Clover Dorn Eschen Falken Ginster Hollin Imken Jarl Kiefer Lerchen Marsh Nessel Otter Pappel Quell Reiher Seggen Tannen Ulmen Vogel Weiden Zander'.split(
    ' ',
  );

export const partnerEndings: readonly string[] =
  'bach IT,feld Systems,gate Networks,holm Data,kamp Digital,lund Partners,mere Technology,stade Technik,wick Solutions,zell Services'.split(
    ',',
  );
