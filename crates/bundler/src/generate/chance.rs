//! The dice, and the ways in which an archive is uneven: some countries are in the news and most are
//! not, some releases are long and most are short, and each year has more of them than the last.

use rostrum_model::Date;

/// The years of an archive: fixed, since the same seed is to give the same archive next year too.
const YEARS: std::ops::RangeInclusive<u16> = 1991..=2025;

/// How busy the months are, from January; in August nobody is there.
const MONTHS: [u32; 12] = [8, 9, 10, 9, 10, 10, 8, 3, 9, 11, 11, 9];

/// Chance, the same for the same seed and number.
pub(super) struct Chance(fastrand::Rng);

impl Chance {
    pub(super) fn new(seed: u64, number: u32) -> Self {
        let mut seeds = fastrand::Rng::with_seed(seed);
        // Releases of two seeds must not be the same ones in another order.
        Self(fastrand::Rng::with_seed(seeds.u64(..) ^ u64::from(number)))
    }

    /// Whether something comes about that has that probability, from 0 to 1.
    pub(super) fn happens(&mut self, probability: f64) -> bool {
        self.0.f64() < probability
    }

    /// A whole number from a range.
    pub(super) fn between(&mut self, least: u32, most: u32) -> u32 {
        self.0.u32(least..=most)
    }

    /// One of several, each as likely as the others.
    pub(super) fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        self.0.choice(all)
    }

    /// One of several, the first ones far more often than the last (Zipf's law, roughly).
    pub(super) fn favourite<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.rank(all.len()))
    }

    /// Some of several, at most that many and each once.
    pub(super) fn some_of<'a, T>(&mut self, all: &'a [T], most: usize) -> Vec<&'a T> {
        let mut ranks: Vec<usize> = (0..most).map(|_| self.rank(all.len())).collect();
        ranks.sort_unstable();
        ranks.dedup();
        ranks.into_iter().filter_map(|rank| all.get(rank)).collect()
    }

    /// A rank below a count; each is as likely as all those up to twice as far down together.
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn rank(&mut self, count: usize) -> usize {
        ((count as f64 + 1.0).powf(self.0.f64()) - 1.0) as usize
    }

    /// How many there are of what has no upper bound and that mean, such as paragraphs of a text.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub(super) fn about(&mut self, mean: f64) -> u32 {
        (-(1.0 - self.0.f64()).ln() * mean).round() as u32
    }

    /// A day of the archive, seldom one of a weekend.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub(super) fn day(&mut self) -> Date {
        let years = f64::from(YEARS.end() - YEARS.start() + 1);
        let year = YEARS.start() + (years * self.0.f64().powf(0.6)) as u16;
        let month = self.month();
        let mut day = || (1..).find_map(|_| Date::new(year, month, self.0.u8(1..=31)));
        let first = day();
        let chosen = if first.is_some_and(|date| date.weekday() > 4) { day() } else { first };
        chosen.expect("every month has a day from 1 to 31")
    }

    fn month(&mut self) -> u8 {
        let mut rest = self.0.u32(0..MONTHS.iter().sum());
        let mut month = 1;
        for busy in MONTHS {
            if rest < busy {
                break;
            }
            rest -= busy;
            month += 1;
        }
        month
    }

    /// An invented name, of so many thousands that the vocabulary grows with the archive as that of a
    /// real one does.
    pub(super) fn name(&mut self) -> String {
        const SYLLABLES: [&str; 32] = [
            "al", "ber", "cor", "dan", "el", "fin", "gal", "hor", "il", "jun", "kar", "lor", "mar",
            "nor", "or", "pel", "quin", "ras", "sol", "tor", "ul", "ver", "wen", "xan", "yor",
            "zel", "bra", "dri", "gro", "kli", "ste", "tra",
        ];
        let mut rank = self.rank(SYLLABLES.len().pow(3));
        let mut name = String::new();
        while name.is_empty() || rank > 0 {
            name.push_str(SYLLABLES[rank % SYLLABLES.len()]);
            rank /= SYLLABLES.len();
        }
        name.push_str("ia");
        name[..1].make_ascii_uppercase();
        name
    }
}
