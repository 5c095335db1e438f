//! Exact decimal numbers for counts.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

/// A decimal number `digits / 10^scale`, exact: 12.5 stays 12.5 in the JSON.
///
/// ```
/// use jianbao::Decimal;
/// let n = Decimal::new(32, 1).times(10_000).unwrap(); // 3.2万
/// assert_eq!(n.to_string(), "32000");
/// assert_eq!(serde_json::to_string(&Decimal::new(1250, 2)).unwrap(), "12.5");
/// assert_eq!(serde_json::from_str::<Decimal>("5e-6").unwrap(), Decimal::new(5, 6));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: i64,
    scale: u8,
}

impl Decimal {
    /// `digits / 10^scale`, with trailing zeros after the point dropped.
    pub const fn new(mut digits: i64, mut scale: u8) -> Self {
        while scale > 0 && digits % 10 == 0 {
            digits /= 10;
            scale -= 1;
        }
        Decimal { digits, scale }
    }

    /// The product with an integer; `None` on overflow.
    pub const fn times(self, factor: i64) -> Option<Self> {
        match self.digits.checked_mul(factor) {
            Some(digits) if self.scale == 0 => Some(Decimal { digits, scale: 0 }),
            Some(digits) => Some(Decimal::new(digits, self.scale)),
            None => None,
        }
    }

    /// The sum; `None` on overflow.
    pub fn plus(self, other: Self) -> Option<Self> {
        if self.scale == 0 && other.scale == 0 {
            return Some(Decimal { digits: self.digits.checked_add(other.digits)?, scale: 0 });
        }
        let scale = self.scale.max(other.scale);
        let widen = |n: Decimal| n.digits.checked_mul(10i64.checked_pow(u32::from(scale - n.scale))?);
        Some(Decimal::new(widen(self)?.checked_add(widen(other)?)?, scale))
    }

    /// The quotient: exact where ten decimal places more than the dividend's hold it, else rounded to six; `None` for
    /// division by zero and on overflow.
    ///
    /// ```
    /// use jianbao::Decimal;
    /// assert_eq!(Decimal::from(1).divided_by(3.into()), Some(Decimal::new(333_333, 6)));
    /// assert_eq!(Decimal::from(7).divided_by(10_000_000_000.into()), Some(Decimal::new(7, 10)));
    /// ```
    pub fn divided_by(self, divisor: Self) -> Option<Self> {
        if divisor.digits == 0 {
            return None;
        }
        let shifted = |n: Self, places: u32| i128::from(n.digits).checked_mul(10i128.checked_pow(places)?);
        let above = shifted(self, 10 + u32::from(divisor.scale))?;
        let below = i128::from(divisor.digits);
        if above % below == 0 {
            return Some(Decimal::new(i64::try_from(above / below).ok()?, self.scale.checked_add(10)?));
        }
        // Six places: one more digit, then half away from zero.
        let above = shifted(self, 7 + u32::from(divisor.scale))?;
        let seven = above / shifted(divisor, u32::from(self.scale))?;
        Some(Decimal::new(i64::try_from((seven + 5 * seven.signum()) / 10).ok()?, 6))
    }

    /// The number as an integer where it is one.
    pub const fn as_integer(self) -> Option<i64> {
        if self.scale == 0 { Some(self.digits) } else { None }
    }

    /// The nearest floating-point number.
    ///
    /// ```
    /// use jianbao::Decimal;
    /// assert_eq!(Decimal::new(-1_234_567, 3).to_f64(), -1234.567);
    /// assert_eq!(Decimal::new(i64::MAX, 18).to_f64(), 9.223_372_036_854_775_807);
    /// ```
    pub fn to_f64(self) -> f64 {
        /// Below, an integer is a floating-point number, and so is each power of ten that a scale may have.
        const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;
        if self.digits.unsigned_abs() < EXACT {
            return self.digits as f64 / 10_u64.pow(self.scale.into()) as f64;
        }
        self.to_string().parse().unwrap_or(f64::NAN)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.scale == other.scale {
            return self.digits.cmp(&other.digits);
        }
        // A scale is no larger than the digits of an i64 are many: both fit.
        let scale = self.scale.max(other.scale);
        let widen = |n: &Decimal| i128::from(n.digits).saturating_mul(10i128.pow(u32::from(scale - n.scale)));
        widen(self).cmp(&widen(other))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<i64> for Decimal {
    fn from(n: i64) -> Self {
        Decimal::new(n, 0)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let digits = self.digits.unsigned_abs();
        if self.scale == 0 {
            return write!(f, "{sign}{digits}");
        }
        let unit = 10u64.pow(u32::from(self.scale));
        write!(f, "{sign}{}.{:0width$}", digits / unit, digits % unit, width = self.scale as usize)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.as_integer() {
            Some(n) => serializer.serialize_i64(n),
            // The shortest form that reads back: the decimal itself, up to 15 digits.
            None => serializer.serialize_f64(self.to_f64()),
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = serde_json::Number::deserialize(deserializer)?.to_string();
        parse(&number).ok_or_else(|| serde::de::Error::custom(format!("not a decimal number: {number}")))
    }
}

/// Reads `-12.50` and `5e-6`, as JSON writes small numbers.
fn parse(text: &str) -> Option<Decimal> {
    let (text, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits: i64 = format!("{whole}{fraction}").parse().ok()?;
    let places = i64::try_from(fraction.len()).ok()?.checked_sub(exponent.parse().ok()?)?;
    match u8::try_from(places) {
        Ok(scale) => (scale < 19).then(|| Decimal::new(digits, scale)),
        Err(_) => Decimal::from(digits).times(10i64.checked_pow(u32::try_from(places.checked_neg()?).ok()?)?),
    }
}

impl JsonSchema for Decimal {
    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}
