//! How fast the whole pipeline is beside jieba-rs on the same text, on one thread, and where the time goes.
//!
//! `cargo bench` measures the corpus and, where they are present, rows of real news outside the project
//! (`../shared/bench/*.jsonl.zst`). The processor's time is measured, and runs of the two sides take turns, so
//! that both see the same load of the machine; medians are printed. `cargo bench -- --megabytes 50 --seconds 30` measures more text, or for longer.

use jianbao::engine::{Batch, Sheet, complete, sheets};
use jianbao::extract::community::Communities;
use jianbao::read::{Inputs, ReadOptions};
use jianbao::resolve::overlap::Taken;
use jianbao::stage::Clock;
use jianbao::write::jsonl;
use jianbao::{Article, Document, Engine, Options, extract, segment::Segmenter};
use jieba_rs::Jieba;
use mimalloc::MiMalloc;
use std::hint::black_box;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The program's.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// Without a date, a good part of the resolution would not run.
const PUBLISHED: &str = "2022-10-31";

fn main() {
    let limit = option("--megabytes").unwrap_or(3.0) * 1e6;
    let seconds = Duration::from_secs_f64(option("--seconds").unwrap_or(8.0));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut inputs = vec![("corpus".to_owned(), Path::new(ROOT).join("corpus/pages"))];
    inputs.extend(news(folder.path(), limit as usize));

    let bench = Bench {
        engine: Engine::new(Options { published: Some(PUBLISHED.to_owned()), ..Options::default() }),
        jieba: Jieba::new(),
        segmenter: Segmenter::new(),
        communities: Communities::default(),
        options: ReadOptions::default(),
        seconds,
    };
    println!("One thread; MB of article text a second, medians of runs in turn.\n");
    println!(
        "{:10} {:>9} {:>8} {:>5} {:>10} {:>8} {:>8}",
        "input", "articles", "MB", "runs", "pipeline", "jieba", "ratio"
    );
    let measured: Vec<_> = inputs.iter().map(|(name, path)| (name, bench.whole(name, path))).collect();
    println!("\nEach stage alone, extractors with the document that they read; MB/s.\n");
    for ((name, articles), (_, path)) in measured.into_iter().zip(&inputs) {
        bench.parts(name, path, &articles);
    }
}

/// The number behind an option of the command line.
fn option(name: &str) -> Option<f64> {
    let mut arguments = std::env::args().skip_while(|a| a != name).skip(1);
    arguments.next()?.parse().ok()
}

/// Unpacks the first `limit` bytes of each file of rows, in whole lines.
fn news(folder: &Path, limit: usize) -> Vec<(String, PathBuf)> {
    let Ok(entries) = std::fs::read_dir(Path::new(ROOT).join("../shared/bench")) else { return Vec::new() };
    let mut inputs = Vec::new();
    for path in entries.flatten().map(|e| e.path()) {
        let Some(name) = path.file_name().and_then(|n| n.to_str()?.strip_suffix(".jsonl.zst")) else {
            continue;
        };
        let file = std::fs::File::open(&path).expect("open");
        let mut rows = Vec::new();
        let mut decoder = zstd::Decoder::new(file).expect("zstd").take(limit as u64);
        decoder.read_to_end(&mut rows).expect("read");
        if rows.len() == limit {
            rows.truncate(rows.iter().rposition(|&b| b == b'\n').map_or(0, |end| end + 1));
        }
        let unpacked = folder.join(format!("{name}.jsonl"));
        std::fs::write(&unpacked, rows).expect("write");
        inputs.push((name.to_owned(), unpacked));
    }
    inputs.sort();
    inputs
}

struct Bench {
    engine: Engine,
    jieba: Jieba,
    segmenter: Segmenter,
    communities: Communities,
    options: ReadOptions,
    seconds: Duration,
}

impl Bench {
    /// Files in, serialised records out, beside the segmentation of the same articles.
    fn whole(&self, name: &str, path: &Path) -> Vec<Article> {
        let articles = self.articles(path);
        let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
        let mut out = Vec::new();
        let mut write = |sheets: Vec<Sheet>| {
            let found = self.engine.found(&sheets, &mut Clock::new(false));
            for record in complete(sheets, found) {
                out.clear();
                jsonl::append(&mut out, &record).expect("a record");
                black_box(&out);
            }
        };
        let mut pipeline = || {
            let mut batch = Batch::default();
            Inputs::new(&[path.to_owned()], &self.options).each(&mut |item| {
                let path = item.path().clone();
                let articles = item.articles(&self.options.fields).into_iter().flatten().collect();
                sheets(articles, &path).into_iter().filter_map(|sheet| batch.add(sheet)).for_each(&mut write);
                ControlFlow::Continue(())
            });
            write(batch.take());
        };
        let jieba = || {
            articles.iter().for_each(|a| {
                black_box(self.jieba.cut(&a.text, true));
            });
        };
        // Small inputs are measured several times over: a run lasts a fiftieth of a second or more.
        let once = time(&mut pipeline).min(time(jieba));
        let times = (Duration::from_millis(20).as_nanos() / once.as_nanos().max(1) + 1) as usize;
        let started = Instant::now();
        let mut runs: Vec<(f64, f64)> = Vec::new();
        while runs.len() < 3 || (started.elapsed() < self.seconds && runs.len() < 51) {
            let ours = time(|| (0..times).for_each(|_| pipeline()));
            let theirs = time(|| (0..times).for_each(|_| jieba()));
            runs.push((ours.as_secs_f64(), theirs.as_secs_f64()));
        }
        let megabytes = (bytes * times) as f64 / 1e6;
        let speed = |side: fn(&(f64, f64)) -> f64| megabytes / median(runs.iter().map(side).collect());
        println!(
            "{name:10} {:>9} {:>8.2} {:>5} {:>10.2} {:>8.2} {:>7.2}x",
            articles.len(),
            bytes as f64 / 1e6,
            runs.len(),
            speed(|r| r.0),
            speed(|r| r.1),
            median(runs.iter().map(|r| r.1 / r.0).collect())
        );
        articles
    }

    fn articles(&self, path: &Path) -> Vec<Article> {
        let mut articles = Vec::new();
        Inputs::new(&[path.to_owned()], &self.options).each(&mut |item| {
            articles.extend(item.articles(&self.options.fields).into_iter().flatten());
            ControlFlow::Continue(())
        });
        articles
    }

    fn parts(&self, name: &str, path: &Path, articles: &[Article]) {
        type Part<'a> = &'a dyn Fn(&Document<'_>, &extract::Context<'_>);
        let parts: [(&str, Part<'_>); 8] = [
            ("correspondents", &|d, c| drop(black_box(extract::correspondent::extract(d, c)))),
            ("communities", &|d, c| drop(black_box(self.communities.extract(d, c)))),
            ("dates", &|d, c| drop(black_box(extract::date::extract(d, c)))),
            ("counts", &|d, c| drop(black_box(extract::count::extract(d, c, &Taken::default())))),
            ("people", &|d, c| drop(black_box(extract::person::extract(d, c, &[])))),
            ("organizations", &|d, _| {
                drop(black_box(extract::organization::extract(d, &self.communities, &[], &[], &[])));
            }),
            ("activities", &|d, _| drop(black_box(extract::activity::extract(d, &[], &[], &[], &[])))),
            ("works", &|d, _| drop(black_box(extract::work::extract(d)))),
        ];
        let published = jianbao::Published::parse(PUBLISHED);
        let context = extract::Context { published: published.map(|p| p.moment()), ..Default::default() };
        let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
        let names = ["read and split", "document"].into_iter().chain(parts.map(|(name, _)| name));
        let names: Vec<&str> = names.chain(["write", "jieba"]).collect();
        let records: Vec<_> = articles.iter().map(|a| self.engine.record(a.clone(), "-")).collect();
        let mut out = Vec::new();
        let mut seconds = vec![Vec::new(); names.len()];
        let started = Instant::now();
        while seconds[0].len() < 3 || (started.elapsed() < self.seconds / 4 && seconds[0].len() < 51) {
            let mut sums = vec![Duration::ZERO; names.len()];
            sums[0] = time(|| drop(black_box(self.articles(path))));
            let documents = |take: Part<'_>| {
                // An extractor's code and tables are fetched once for all articles, as in a batch.
                for article in articles {
                    take(&Document::new(&article.text, &article.blocks, &self.segmenter), &context);
                }
            };
            sums[1] = time(|| {
                documents(&|d, _| {
                    black_box(d.len());
                })
            });
            for ((_, part), sum) in parts.iter().zip(&mut sums[2..]) {
                *sum = time(|| documents(part));
            }
            sums[names.len() - 2] = time(|| {
                for record in &records {
                    out.clear();
                    jsonl::append(&mut out, record).expect("a record");
                    black_box(&out);
                }
            });
            sums[names.len() - 1] = time(|| {
                articles.iter().for_each(|a| {
                    black_box(self.jieba.cut(&a.text, true));
                });
            });
            seconds.iter_mut().zip(sums).for_each(|(all, sum)| all.push(sum.as_secs_f64()));
        }
        print!("{name:10}");
        for (part, seconds) in names.iter().zip(seconds) {
            print!("  {part} {:.1}", bytes as f64 / 1e6 / median(seconds));
        }
        println!();
    }
}

/// The processor's time that a run takes; where the system does not tell, the clock's.
fn time(mut run: impl FnMut()) -> Duration {
    let started = now();
    run();
    now() - started
}

#[cfg(unix)]
fn now() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

#[cfg(not(unix))]
fn now() -> Duration {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
