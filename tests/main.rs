//! One binary for all integration tests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test stops where something is not as it should be, and says what it leaves out"
)]

mod audit;
mod big;
mod cases;
mod charges;
mod commands;
mod corrections;
mod corrections_law;
mod explain;
mod fifty;
mod findings;
mod generated;
mod inspections;
mod large;
mod laws;
mod network;
mod published;
mod readme;
mod run;
mod sandbox;
mod seal;
mod sealing;
mod secondary;
mod shared;
mod sheets;
mod trace;
mod waterfalls;
mod worked;
