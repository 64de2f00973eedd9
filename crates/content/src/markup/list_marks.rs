//! The marks of a list's items: one way to write each kind of list, and numbers that count.

use super::faults::Fault;

/// Follows the marks of one list. Of its faults only the first is told.
#[derive(Default)]
pub struct ListMarks {
    first: Option<u64>,
    seen: u64,
    /// What the second number is more than the first: one, or none where every item has the same number and the page counts.
    step: Option<u64>,
    has_fault: bool,
}

impl ListMarks {
    /// Reads the mark of the next item. Returns what is wrong with it.
    pub fn next(&mut self, mark: &str) -> Option<Fault> {
        let fault = self.fault(mark).filter(|_| !self.has_fault);
        self.has_fault |= fault.is_some();
        fault
    }

    fn fault(&mut self, mark: &str) -> Option<Fault> {
        let length = mark.bytes().take_while(u8::is_ascii_digit).count();
        let digits = &mark[..length];
        if digits.is_empty() {
            return (!mark.starts_with('-')).then_some(Fault::OtherDash);
        }
        if mark[length..].starts_with(')') {
            return Some(Fault::Parenthesis);
        }
        if digits.len() > 1 && digits.starts_with('0') {
            return Some(Fault::LeadingZero);
        }
        let number: u64 = digits.parse().ok()?;
        let first = *self.first.get_or_insert(number);
        let step = match self.seen {
            0 => 1,
            _ => *self.step.get_or_insert(if number == first { 0 } else { 1 }),
        };
        let follows = number == first + step * self.seen;
        let expected = first + self.seen;
        self.seen += 1;
        (!follows).then_some(Fault::WrongNumber { expected })
    }
}
