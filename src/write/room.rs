//! Room behind what is written, so that a piece more is a copy and nothing else.

use std::io;

/// Bytes that are written behind those of a buffer. What is ahead of them lies there already, as spaces.
pub(super) struct Room<'b> {
    buffer: &'b mut Vec<u8>,
    /// Where the next byte goes.
    at: usize,
}

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
        let value = value as u32;
        let (head, tail) = (value / 100, value % 100);
        let digits = head / 10 | head % 10 << 8 | tail / 10 << 16 | tail % 10 << 24;
        let zeros = u32::from(value < 1000) + u32::from(value < 100) + u32::from(value < 10);
        *self.ahead() = ((digits | 0x3030_3030) >> (8 * zeros)).to_le_bytes();
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
