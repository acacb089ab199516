//! What the suite says of each case, and what it comes to.

use serde_json::{Value, json};

use crate::terminal::{Outcome, say};

/// The cases of version 2.4.0. Fewer mean that some did not run.
const CASES: u64 = 113;

/// The verdict of the suite.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Report {
    passed: u64,
    /// Failed, and listed as such.
    accepted: u64,
    failures: Vec<String>,
    seconds: f64,
}

impl Report {
    /// Reads what pytest-json-report wrote.
    pub(super) fn read(bytes: &[u8]) -> Outcome<Self> {
        let report: Value = serde_json::from_slice(bytes)?;
        let tests =
            report.get("tests").and_then(Value::as_array).ok_or("a report without tests")?;
        let mut read = Self { passed: 0, accepted: 0, failures: Vec::new(), seconds: 0.0 };
        read.seconds = report.get("duration").and_then(Value::as_f64).unwrap_or_default();
        for test in tests {
            match test.get("outcome").and_then(Value::as_str) {
                Some("passed") => read.passed += 1,
                Some("xfailed") => read.accepted += 1,
                _ => read.failures.push(name(test)),
            }
        }
        Ok(read)
    }

    fn cases(&self) -> u64 {
        self.passed + self.accepted + self.failures.len() as u64
    }

    /// For other programs.
    pub(super) fn object(&self) -> Value {
        json!({
            "passed": self.passed,
            "accepted": self.accepted,
            "failed": self.failures.len(),
            "cases": self.cases(),
            "seconds": (self.seconds * 10.0).round() / 10.0,
            "failures": self.failures,
        })
    }

    /// For people.
    pub(super) fn print(&self) -> Outcome {
        for failure in &self.failures {
            say!("  failed: {failure}")?;
        }
        let Self { passed, accepted, failures, seconds } = self;
        let failed = failures.len();
        say!("conformance: {passed} passed, {accepted} accepted, {failed} failed, {seconds:.0} s")?;
        Ok(())
    }

    /// An error unless all cases ran, and all passed but those that are listed.
    pub(super) fn verdict(&self) -> Outcome {
        match (self.failures.len(), self.cases()) {
            (0, CASES..) => Ok(()),
            (0, fewer) => Err(format!("only {fewer} of {CASES} cases ran").into()),
            (failed, _) => Err(format!("{failed} cases of the conformance suite failed").into()),
        }
    }
}

fn name(test: &Value) -> String {
    let id = test.get("nodeid").and_then(Value::as_str).unwrap_or("a case without a name");
    id.rsplit("::").next().unwrap_or(id).to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn report(passed: usize, others: &[&str]) -> Report {
        let outcomes = std::iter::repeat_n("passed", passed).chain(others.iter().copied());
        let tests: Vec<Value> = outcomes
            .map(|outcome| json!({"nodeid": "test_x.py::test_x[1]", "outcome": outcome}))
            .collect();
        Report::read(json!({"duration": 31.26, "tests": tests}).to_string().as_bytes()).unwrap()
    }

    #[test]
    fn all_cases_must_pass_or_be_listed() {
        assert!(report(113, &[]).verdict().is_ok());
        assert!(report(112, &["xfailed"]).verdict().is_ok());
        for outcome in ["failed", "error", "skipped", "xpassed"] {
            let report = report(112, &[outcome]);
            assert!(report.verdict().is_err(), "{outcome}");
            assert_eq!(report.failures, ["test_x[1]"]);
        }
    }

    #[test]
    fn cases_that_did_not_run_are_missed() {
        assert!(report(112, &[]).verdict().is_err());
        assert!(Report::read(b"{}").is_err());
    }

    #[test]
    fn the_object_has_the_figures() {
        let object = report(112, &["xfailed"]).object();
        assert_eq!(object.to_string().matches("113").count(), 1);
        assert_eq!(object.get("seconds"), Some(&json!(31.3)));
    }
}
