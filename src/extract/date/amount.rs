//! Lengths of time: exact amounts of calendar and clock units.

/// A length of time: up to six amounts, coarse to fine.
///
/// Rules hand lengths about by value, and most say no: an amount takes eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    parts: [Option<Piece>; 6],
    upper: Option<Quantity>,
    /// The unit of the upper end where it is another than the first part's: 六个月至一年.
    upper_period: Option<Period>,
}

/// A number of a unit; `exact`: not 几 or 多.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    digits: u32,
    scale: i8,
    exact: bool,
    period: Period,
}

/// An exact number of units, `digits / 10^scale`; the scale is below zero where the number is too large for the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    digits: u32,
    scale: i8,
}

impl Quantity {
    /// One unit.
    pub const ONE: Quantity = Quantity::new(1, 0);

    /// `digits / 10^scale`, in lowest terms.
    pub const fn new(digits: u32, scale: u8) -> Self {
        Quantity { digits, scale: scale as i8 }.reduced()
    }

    const fn reduced(mut self) -> Self {
        while self.scale > 0 && self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.scale -= 1;
        }
        self
    }

    /// A whole number, where it is no larger than any time is long.
    pub fn whole(mut number: u64) -> Option<Self> {
        let mut scale = 0;
        while number > u32::MAX.into() && number.is_multiple_of(10) {
            number /= 10;
            scale -= 1;
        }
        Some(Quantity { digits: number.try_into().ok()?, scale })
    }

    /// The product; `None` on overflow.
    pub const fn times(self, mut factor: u32) -> Option<Self> {
        let Quantity { mut digits, mut scale } = self;
        loop {
            if let Some(digits) = digits.checked_mul(factor) {
                return Some(Quantity { digits, scale }.reduced());
            }
            // 138亿
            if factor.is_multiple_of(10) {
                factor /= 10;
            } else if digits.is_multiple_of(10) {
                digits /= 10;
            } else {
                return None;
            }
            scale -= 1;
        }
    }

    /// Half a unit more; `None` on overflow.
    pub fn and_half(self) -> Option<Self> {
        let unit = 10u32.checked_pow(u32::from(u8::try_from(self.scale).ok()?) + 1)?;
        let digits = self.digits.checked_mul(10)?.checked_add(unit / 2)?;
        Some(Quantity { digits, scale: self.scale + 1 }.reduced())
    }

    /// The number as an integer where it is one.
    pub const fn as_integer(self) -> Option<u32> {
        if self.scale == 0 { Some(self.digits) } else { None }
    }

    /// The nearest floating-point number.
    pub fn to_f64(self) -> f64 {
        f64::from(self.digits) / 10f64.powi(self.scale.into())
    }
}

impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let places = usize::from(self.scale.unsigned_abs());
        if self.scale <= 0 {
            return write!(f, "{}{:0<places$}", self.digits, "");
        }
        let unit = 10u32.pow(places as u32);
        write!(f, "{}.{:0places$}", self.digits / unit, self.digits % unit)
    }
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// A number.
    Exact(Quantity),
    /// 几, 数, 多.
    Some,
}

/// A calendar or clock unit that lengths are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Period {
    Year,
    Quarter,
    Month,
    Week,
    Day,
    /// A working or trading day: so many of them are not told from the calendar.
    Workday,
    Hour,
    Minute,
    Second,
}

impl Length {
    /// A length of one unit.
    pub const fn one(amount: Amount, period: Period) -> Self {
        let parts = [Some(Piece::new(amount, period)), None, None, None, None, None];
        Length { parts, upper: None, upper_period: None }
    }

    /// A range, `upper` in the unit of the first part.
    pub const fn up_to(self, upper: Option<Quantity>) -> Self {
        Length { upper, ..self }
    }

    /// A range whose upper end is told in a unit of its own.
    pub const fn up_to_other(self, upper: Quantity, period: Period) -> Self {
        Length { upper: Some(upper), upper_period: Some(period), ..self }
    }

    /// The unit of the upper end, where it is not that of the first part.
    pub const fn upper_period(&self) -> Option<Period> {
        self.upper_period
    }

    /// Upper end of a range, in the unit of the first part or that of [`Length::upper_period`].
    pub const fn upper(&self) -> Option<Quantity> {
        self.upper
    }

    /// Adds a finer part; a seventh is dropped.
    pub fn push(&mut self, amount: Amount, period: Period) {
        if let Some(slot) = self.parts.iter_mut().find(|p| p.is_none()) {
            *slot = Some(Piece::new(amount, period));
        }
    }

    /// The amounts, coarse to fine.
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = (Amount, Period)> + '_ {
        self.parts.iter().flatten().map(|part| (part.amount(), part.period))
    }

    /// The coarsest amount.
    pub fn first(&self) -> Option<(Amount, Period)> {
        self.parts().next()
    }

    /// Whether it is told in several units.
    pub const fn is_compound(&self) -> bool {
        self.parts[1].is_some()
    }

    /// Whether every amount is a number.
    pub fn is_exact(&self) -> bool {
        self.upper.is_none() && self.parts.iter().flatten().all(|part| part.exact)
    }

    /// The coarsest unit.
    pub fn period(&self) -> Period {
        self.parts[0].map_or(Period::Day, |part| part.period)
    }

    /// The finest unit.
    pub fn finest(&self) -> Period {
        self.parts.iter().flatten().next_back().map_or(Period::Day, |part| part.period)
    }
}

impl Piece {
    const fn new(amount: Amount, period: Period) -> Self {
        match amount {
            Amount::Exact(Quantity { digits, scale }) => Piece { digits, scale, exact: true, period },
            Amount::Some => Piece { digits: 0, scale: 0, exact: false, period },
        }
    }

    const fn amount(self) -> Amount {
        match self.exact {
            true => Amount::Exact(Quantity { digits: self.digits, scale: self.scale }),
            false => Amount::Some,
        }
    }
}
