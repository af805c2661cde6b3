//! How long a year's statement takes for a large cooperation, from the start of the program to its last byte.

#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark stops where something is not as it should be; its macros make what has no docs"
)]

use std::hint::black_box;
use std::process::Command;

use criterion::{Criterion, criterion_group, criterion_main};

#[path = "../tests/fifty.rs"]
mod fifty;

fn report(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("fifty partners, fifty services");
    for secondary in ["direct", "step-down", "reciprocal"] {
        let dir = fifty::folder(secondary);
        for format in ["text", "json"] {
            group.bench_function(format!("{secondary}, {format}"), |bench| {
                bench.iter(|| {
                    let mut command = Command::new(env!("CARGO_BIN_EXE_umlage"));
                    let output =
                        command.args(["report", "--format", format]).current_dir(dir.path()).output();
                    assert!(black_box(output).is_ok_and(|output| output.status.success()));
                });
            });
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).measurement_time(std::time::Duration::from_secs(10));
    targets = report
}
criterion_main!(benches);
