//! The characters of Chinese numerals: digits and scale words.

/// Chinese digits by their value, in plain, financial and traditional forms.
pub(super) const DIGITS: [&[char]; 10] = [
    &['〇', '零'],
    &['一', '壹', '弌'],
    &['二', '两', '兩', '贰', '貳', '弍'],
    &['三', '叁', '參', '叄', '弎'],
    &['四', '肆'],
    &['五', '伍'],
    &['六', '陆', '陸'],
    &['七', '柒'],
    &['八', '捌'],
    &['九', '玖'],
];

/// Scale words by the [`FACTORS`] they stand for.
pub(super) const SCALES: [&[char]; 5] =
    [&['十', '拾', '廿', '卅', '卌'], &['百', '佰'], &['千', '仟'], &['万', '萬'], &['亿', '億']];

const FACTORS: [i64; 6] = [1, 10, 100, 1000, 10_000, 100_000_000];

/// What a character of the basic plane is in a numeral: the value of a digit and one more in the lower four bits, the
/// place of its factor in the upper.
static CLASSES: [u8; 0x1_0000] = {
    let mut classes = [0; 0x1_0000];
    let (mut value, mut factor) = (0, 0);
    while value < DIGITS.len() {
        let mut n = 0;
        while n < DIGITS[value].len() {
            classes[DIGITS[value][n] as usize] = value as u8 + 1;
            n += 1;
        }
        value += 1;
    }
    while factor < SCALES.len() {
        let mut n = 0;
        while n < SCALES[factor].len() {
            classes[SCALES[factor][n] as usize] = (factor as u8 + 1) << 4;
            n += 1;
        }
        factor += 1;
    }
    classes
};

#[inline]
fn class(c: char) -> u8 {
    CLASSES.get(c as usize).copied().unwrap_or(0)
}

/// The value of a Chinese digit.
#[inline]
pub(super) fn digit(c: char) -> Option<u8> {
    (class(c) & 15).checked_sub(1)
}

/// The factor of a scale word, else 1. 廿 and 卅 are 20 and 30 by themselves.
#[inline]
pub(super) fn unit(c: char) -> i64 {
    FACTORS[usize::from(class(c) >> 4)]
}

/// Whether a character is a Chinese digit or a scale word.
#[inline]
pub(super) fn is_numeric(c: char) -> bool {
    class(c) != 0
}

/// 廿, 卅, 卌: tens by themselves.
pub(super) const fn lone(c: char) -> bool {
    matches!(c, '廿' | '卅' | '卌')
}
