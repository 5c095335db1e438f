//! Room behind what is written, so that a piece more is a copy and nothing else.

use std::io;

/// Bytes that are written behind those of a buffer. What is ahead of them lies there already, as spaces.
pub(super) struct Room<'b> {
    buffer: &'b mut Vec<u8>,
    /// Where the next byte goes.
    at: usize,
}

/// The two digits of each number below a hundred, the first in the lower byte.
static PAIRS: [u16; 100] = {
    let (mut pairs, mut number) = ([0; 100], 0);
    while number < pairs.len() {
        pairs[number] = u16::from_le_bytes([b'0' + (number / 10) as u8, b'0' + (number % 10) as u8]);
        number += 1;
    }
    pairs
};

/// How much room is made at once.
const STEP: usize = 1024;

impl<'b> Room<'b> {
    /// Room behind what a buffer holds.
    pub(super) fn behind(buffer: &'b mut Vec<u8>) -> Self {
        Room { at: buffer.len(), buffer }
    }

    /// The next `length` bytes, to be written to.
    #[inline(always)]
    pub(super) fn take(&mut self, length: usize) -> &mut [u8] {
        let start = self.at;
        self.at += length;
        if self.at > self.buffer.len() {
            self.grow();
        }
        &mut self.buffer[start..start + length]
    }

    /// Some bytes ahead, without taking them.
    #[inline(always)]
    pub(super) fn ahead<const N: usize>(&mut self) -> &mut [u8; N] {
        if self.at + N > self.buffer.len() {
            self.grow();
        }
        self.buffer[self.at..].first_chunk_mut().expect("there is room")
    }

    /// Takes what was written ahead.
    #[inline(always)]
    pub(super) fn pass(&mut self, length: usize) {
        self.at += length;
    }

    #[cold]
    fn grow(&mut self) {
        self.buffer.resize(self.at + STEP, b' ');
    }

    /// Adds a piece whose length is known.
    #[inline(always)]
    pub(super) fn put<const N: usize>(&mut self, piece: [u8; N]) {
        self.take(N).copy_from_slice(&piece);
    }

    /// Adds any bytes.
    #[inline]
    pub(super) fn copy(&mut self, bytes: &[u8]) {
        self.take(bytes.len()).copy_from_slice(bytes);
    }

    /// Adds a number in decimal.
    #[inline]
    pub(super) fn number(&mut self, value: u64) {
        if value >= 10_000 {
            return self.long_number(value);
        }
        // Nearly all are places in a text: four digits at once, of which the zeros at the head are not taken.
        let value = value as usize;
        let digits = u32::from(PAIRS[value / 100]) | u32::from(PAIRS[value % 100]) << 16;
        let zeros = u32::from(value < 1000) + u32::from(value < 100) + u32::from(value < 10);
        *self.ahead() = (digits >> (8 * zeros)).to_le_bytes();
        self.pass(4 - zeros as usize);
    }

    fn long_number(&mut self, mut value: u64) {
        let mut digits = [0; 20];
        let mut at = digits.len();
        while value > 0 {
            at -= 1;
            digits[at] = b'0' + (value % 10) as u8;
            value /= 10;
        }
        self.copy(&digits[at..]);
    }
}

impl io::Write for Room<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.copy(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Room<'_> {
    /// What was not taken goes.
    fn drop(&mut self) {
        self.buffer.truncate(self.at);
    }
}

#[cfg(test)]
mod tests {
    use super::Room;

    #[test]
    fn numbers_of_any_length() {
        for number in (0..12_345).chain([99_999, 100_000, u64::from(u32::MAX), u64::MAX]) {
            let mut out = b"[".to_vec();
            Room::behind(&mut out).number(number);
            assert_eq!(String::from_utf8(out).unwrap(), format!("[{number}"));
        }
    }

    #[test]
    fn room_grows_as_it_is_taken() {
        let mut out = Vec::new();
        let mut room = Room::behind(&mut out);
        for n in 0..5000 {
            room.put(*b"ab");
            room.copy(&[b'c'; 9][..n % 10]);
        }
        drop(room);
        assert_eq!(out.len(), 5000 * 2 + 500 * 45);
        assert!(out.iter().all(|byte| (b'a'..=b'c').contains(byte)));
    }
}
