//! `cargo xtask ios app`: the SwiftUI views are linted, and their types checked against `ios/checks/SwiftUI.swift`, which
//! declares what they use of SwiftUI and does nothing. It guards our own names, types, closures and concurrency; about
//! Apple's side it proves nothing.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::terminal::{Outcome, note, say};
use crate::test::Verdict;
use crate::test::build::Built;

use super::chroot::Chroot;
use super::core::with_toolchain;
use super::package;

/// Everything that people write. What is generated has a format of its own.
const LINT: &str = "swift-format lint --strict --parallel -r Package.swift App checks Tests \
     Sources/CittadiniKit Sources/CittadiniCore/*.swift";

/// The models, whose compiled form the check reads; and the stand-in.
const PREPARE: &str = "swift build --scratch-path=/w/build --target CittadiniKit -Xswiftc -warnings-as-errors && \
     mkdir -p /w/build/checks && \
     swiftc -emit-module -module-name SwiftUI -swift-version 6 -parse-as-library -suppress-warnings \
     -o /w/build/checks/SwiftUI.swiftmodule checks/SwiftUI.swift";

/// Checks the views in a folder.
const CHECK: &str = "swiftc -typecheck -swift-version 6 -parse-as-library -warnings-as-errors \
     -module-name CittadiniApp -I /w/build/checks -I /w/build/debug/Modules -I Sources/CittadiniCoreFFI";

/// A mistake, and the file it is sown in: a line that must be there, and what it becomes.
struct Mistake {
    what: &'static str,
    file: &'static str,
    right: &'static str,
    wrong: &'static str,
}

/// One of each kind that the check is there to find.
const MISTAKES: [Mistake; 10] = [
    Mistake {
        what: "a model has no such property",
        file: "HomeView.swift",
        right: "model.languages",
        wrong: "model.tongues",
    },
    Mistake {
        what: "a call without await",
        file: "HomeView.swift",
        right: "await model.load()",
        wrong: "model.load()",
    },
    Mistake {
        what: "a missing argument",
        file: "ProcedureView.swift",
        right: "ProcedureModel(core, id: id)",
        wrong: "ProcedureModel(core)",
    },
    Mistake {
        what: "a missing case",
        file: "LineView.swift",
        right: "case .warning:",
        wrong: "case .alarm:",
    },
    Mistake {
        what: "a misspelt modifier",
        file: "LineView.swift",
        right: ".accessibilityHidden(true)",
        wrong: ".accessibilityHiden(true)",
    },
    Mistake {
        what: "a model that only it may change",
        file: "OfficesView.swift",
        right: "await model.load()",
        wrong: "model.reading.page = nil",
    },
    Mistake {
        what: "a label that the core has not",
        file: "PageView.swift",
        right: "labels.status.loading",
        wrong: "labels.status.waiting",
    },
    Mistake {
        what: "a command that no model knows",
        file: "FieldView.swift",
        right: ".enter(field: field.id",
        wrong: ".write(field: field.id",
    },
    Mistake {
        what: "a token that the theme has not",
        file: "LineView.swift",
        right: "Theme.alarmInk",
        wrong: "Theme.redInk",
    },
    Mistake {
        what: "a layout that places nothing",
        file: "ChipFlow.swift",
        right: "func placeSubviews(",
        wrong: "func putSubviews(",
    },
];

/// Lints and checks the views, and proves that the check can fail.
pub(crate) fn suite(built: &Built) -> Verdict {
    with_toolchain(built, |chroot, folder| {
        note("swift-format lint --strict")?;
        chroot.run(&["sh", "-c", LINT])?;
        note("swiftc -typecheck App, against checks/SwiftUI.swift")?;
        chroot.run(&["sh", "-c", PREPARE])?;
        chroot.run(&["sh", "-c", &format!("{CHECK} App/*.swift")])?;
        for mistake in &MISTAKES {
            must_be_found(chroot, folder, mistake)?;
        }
        Ok(say!("  each of {} mistakes that were sown was found", MISTAKES.len())?)
    })
}

/// Sows a mistake into a copy of the views, which must then not pass.
fn must_be_found(chroot: &Chroot, folder: &Path, mistake: &Mistake) -> Outcome {
    let Mistake { what, file, right, wrong } = mistake;
    for entry in fs::read_dir(package().join("App"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "swift") {
            fs::copy(&path, folder.join(path.file_name().unwrap_or_default()))?;
        }
    }
    let sown = folder.join(file);
    let source = fs::read_to_string(&sown)?;
    if !source.contains(right) {
        return Err(format!("{file} has no «{right}»: sow the mistake «{what}» elsewhere").into());
    }
    fs::write(&sown, source.replacen(right, wrong, 1))?;
    let check = format!("{CHECK} /w/release/*.swift");
    let status = chroot.command(&["sh", "-c", &check]).stderr(Stdio::null()).status()?;
    match status.success() {
        true => Err(format!("the check did not see a mistake: {what}").into()),
        false => Ok(()),
    }
}
