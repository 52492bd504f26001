/** A timeline as long as one may ever get: invented terms of half a year, with the steps that led to each. */

export const TERMS = 500;
export const MARKS_OF_A_TERM = 10;
const STATUSES = ["bid", "blocked", "withdrawn", "decided", "extended"];

/** Half-years up to the end of 2026. @param {{ slug: string, name: object }[]} countries */
export function longTimeline(countries) {
  const terms = Array.from({ length: TERMS }, (_, index) => {
    const halves = 2027 * 2 - TERMS + index;
    const year = Math.floor(halves / 2);
    const [from, to] = halves % 2 === 0 ? ["01-01", "06-30"] : ["07-01", "12-31"];
    const country = countries[index % countries.length];
    const history = Array.from({ length: MARKS_OF_A_TERM }, (_, mark) => ({
      status: STATUSES[mark % STATUSES.length],
      date: `${year - 1}-${String(mark + 1).padStart(2, "0")}-15`,
      note: { en: "What happened then, in a sentence of the usual length." },
    }));
    return {
      id: `${year}-${from}`,
      label: `${year}, ${from === "01-01" ? "first" : "second"} half`,
      holders: [{ name: country?.name, country: country?.slug }],
      start: `${year}-${from}`,
      end: `${year}-${to}`,
      chairpersons: [{ name: `Person ${index}` }],
      council: { place: { en: "Vienna" }, start: `${year}-${to}` },
      history,
    };
  });
  return { terms };
}
