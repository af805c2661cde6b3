//! The wall around the library that opens workbooks.
//!
//! In: work on bytes that anybody may have written. Out: its result, or none where it panicked. Workbooks are read by
//! code that takes much of their structure for granted, above all in .xls; a damaged file must be a finding, and the
//! panic's own message must not stand beside it. The hook is set once and is silent only in the thread that asked.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

static HOOK: Once = Once::new();

/// The work's result; none where it panicked.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                before(info);
            }
        }));
    });
    let outer = QUIET.replace(true);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    QUIET.set(outer);
    done.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_none_and_nothing_else() {
        assert_eq!(caught(|| 1), Some(1));
        assert_eq!(caught(|| -> u8 { panic!("not shown") }), None);
        assert!(!QUIET.get());
    }
}
