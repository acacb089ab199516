//! One file that was asked for: the request, and what to make of the answer. Pure.
//!
//! Fewer bytes than announced, an HTTP error or a body that begins like a web page are the network's doing
//! ([`Error::Offline`]); a body longer than allowed is [`Error::Untrusted`].

use crate::ports::{Request, Response};
use crate::{Error, Result};

/// A file of a repository that is to be fetched, and what is known of it before it comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemoteFile {
    /// Its name as the repository signs it ("targets.json", "facts.pack").
    pub name: String,
    /// Its address below the folder of metadata or of targets, percent-encoded where need be.
    pub path: String,
    /// The most bytes it may have.
    pub limit: u64,
    /// The length in bytes that was signed, where one was.
    pub length: Option<u64>,
    /// Whether other bytes may come to stand at the same address. Two halves of different files verify as neither.
    pub mutable: bool,
}

/// A file that was asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    file: RemoteFile,
    url: String,
    /// What arrived so far.
    part: Vec<u8>,
    retries: u8,
    /// How much of it comes from an earlier sync.
    earlier: u64,
    /// How much of it is kept elsewhere too.
    saved: u64,
    /// Whether some of the answer at hand was looked at already.
    begun: bool,
}

/// What an answer turned out to be.
#[derive(Debug)]
pub enum Judged {
    /// The whole file.
    Whole(Vec<u8>),
    /// The server does not have it.
    Missing,
    /// Ask again.
    Again(Asked),
}

impl Asked {
    /// A file below the folder that a repository keeps its metadata or its targets in.
    pub fn new(file: RemoteFile, folder: &str) -> Self {
        let url = format!("{}/{}", folder.trim_end_matches('/'), file.path);
        Self { file, url, part: Vec::new(), retries: 0, earlier: 0, saved: 0, begun: false }
    }

    /// Its name as the repository signs it.
    pub fn name(&self) -> &str {
        &self.file.name
    }

    /// Bytes that arrived so far.
    pub fn arrived(&self) -> u64 {
        self.part.len() as u64
    }

    /// Goes on with what arrived in an earlier sync.
    pub(super) fn go_on_from(&mut self, part: Vec<u8>) {
        self.earlier = part.len() as u64;
        self.saved = self.earlier;
        self.part = part;
    }

    /// Whether some of it arrived in an earlier sync.
    pub(super) fn goes_on(&self) -> bool {
        self.earlier > 0
    }

    /// What of an answer is to be kept, and from which byte of the file on: the bytes that are not kept yet, if there are so
    /// many or if the file ends with them. Nothing of an answer that cannot be the file, or of one that is whole.
    pub(super) fn unsaved<'a>(
        &mut self,
        so_far: &'a Response,
        least: usize,
    ) -> Option<(u64, &'a [u8])> {
        let begin = match so_far.status {
            200 if !begins_like_a_page(&so_far.body) => 0,
            206 if !self.part.is_empty() => {
                range(so_far, self.arrived())?;
                self.arrived()
            }
            _ => return None,
        };
        if self.file.mutable {
            return None;
        }
        if !std::mem::replace(&mut self.begun, true) {
            self.saved = self.saved.min(begin);
        }
        let end = begin.saturating_add(so_far.body.len() as u64);
        let from = usize::try_from(self.saved.checked_sub(begin)?).ok()?;
        let bytes = so_far.body.get(from..).filter(|bytes| bytes.len() >= least.max(1))?;
        (end < self.limit()).then_some((self.saved, bytes))
    }

    /// Notes that so much of the file is kept.
    pub(super) fn saved(&mut self, bytes: u64) {
        self.saved = bytes;
    }

    /// The most bytes that are read: those that were signed, if their number was.
    fn limit(&self) -> u64 {
        self.file.length.map_or(self.file.limit, |length| length.min(self.file.limit))
    }

    /// What a transport is to do.
    pub fn request(&self) -> Request {
        // One byte above the limit tells a file that is too long from one that just fits.
        let cap = self.limit().saturating_add(1).saturating_sub(self.arrived());
        Request { url: self.url.clone(), offset: self.arrived(), cap }
    }

    /// What to make of the answer.
    ///
    /// # Errors
    /// [`Error::Offline`] if the network spoilt it, [`Error::Untrusted`] if it is longer than it may be.
    pub fn judge(mut self, response: Response) -> Result<Judged> {
        let part = std::mem::take(&mut self.part);
        self.begun = false;
        let (body, total) = match response.status {
            200 => (response.body, response.announced),
            206 if !part.is_empty() => match range(&response, part.len() as u64) {
                Some(total) => ([part, response.body].concat(), total),
                None => return self.start_over(),
            },
            403 | 404 => return Ok(Judged::Missing),
            416 if !part.is_empty() => return self.start_over(),
            status => return Err(self.offline(&format!("HTTP status {status}"))),
        };
        if begins_like_a_page(&body) {
            return Err(self.offline("a web page came instead of the file"));
        }
        let got = body.len() as u64;
        let limit = self.limit();
        if got > limit || total.is_some_and(|total| total > limit) {
            let reason = format!("is longer than {limit} bytes");
            return Err(Error::Untrusted { file: self.file.name, reason });
        }
        match total.or(self.file.length) {
            Some(expected) if got < expected => self.resume(body),
            _ => Ok(Judged::Whole(body)),
        }
    }

    /// The body came short: asks once for the rest.
    fn resume(mut self, part: Vec<u8>) -> Result<Judged> {
        if self.retries > 0 {
            return Err(self.offline("fewer bytes came than were announced"));
        }
        self.retries = 1;
        if !self.file.mutable {
            self.part = part;
        }
        Ok(Judged::Again(self))
    }

    /// The rest cannot be had: asks once for the whole.
    fn start_over(mut self) -> Result<Judged> {
        if self.retries > 1 {
            return Err(self.offline("the server does not continue where it stopped"));
        }
        self.retries = 2;
        Ok(Judged::Again(self))
    }

    fn offline(&self, reason: &str) -> Error {
        Error::Offline(format!("{}: {reason}", self.file.name))
    }
}

/// The total that a right `Content-Range: bytes 10-99/100` names; the outer `None` if it is not the range asked for.
fn range(response: &Response, offset: u64) -> Option<Option<u64>> {
    let (range, total) =
        response.content_range.as_deref()?.strip_prefix("bytes ")?.split_once('/')?;
    let (first, _) = range.split_once('-')?;
    if first.trim().parse::<u64>().ok()? != offset {
        return None;
    }
    match total.trim() {
        "*" => Some(None),
        total => Some(Some(total.parse().ok()?)),
    }
}

fn begins_like_a_page(body: &[u8]) -> bool {
    let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    body.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<')
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn file() -> RemoteFile {
        let (name, path) = ("facts.pack".to_owned(), "x".to_owned());
        RemoteFile { name, path, limit: 10, length: None, mutable: false }
    }

    fn asked() -> Asked {
        Asked::new(file(), "y/")
    }

    fn ok(body: &[u8], announced: Option<u64>) -> Response {
        Response { status: 200, body: body.to_vec(), announced, ..Response::default() }
    }

    fn again(judged: Result<Judged>) -> Asked {
        match judged {
            Ok(Judged::Again(asked)) => asked,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_cut_body_is_continued_from_where_it_stopped() {
        let resumed = again(asked().judge(ok(b"abcd", Some(6))));
        assert_eq!(resumed.request(), Request { url: "y/x".into(), offset: 4, cap: 7 });
        let rest = Response {
            status: 206,
            body: b"ef".to_vec(),
            announced: Some(2),
            content_range: Some("bytes 4-5/6".into()),
            ..Response::default()
        };
        assert!(matches!(resumed.judge(rest), Ok(Judged::Whole(body)) if body == b"abcdef"));
    }

    #[test]
    fn a_cut_body_that_may_have_changed_is_asked_for_anew() {
        let changing = Asked::new(RemoteFile { mutable: true, ..file() }, "y");
        let over = again(changing.judge(ok(b"abcd", Some(6))));
        assert_eq!(over.request().offset, 0);
    }

    #[test]
    fn a_wrong_range_starts_over_and_then_gives_up() {
        let resumed = again(asked().judge(ok(b"abcd", Some(6))));
        let wrong = Response {
            status: 206,
            body: b"ef".to_vec(),
            announced: Some(2),
            content_range: Some("bytes 3-4/6".into()),
            ..Response::default()
        };
        let over = again(resumed.judge(wrong));
        assert_eq!(over.request().offset, 0);
        assert!(matches!(over.judge(ok(b"abc", Some(6))), Err(Error::Offline(_))));
    }

    #[test]
    fn a_whole_answer_to_a_range_request_counts_alone() {
        let resumed = again(asked().judge(ok(b"abcd", Some(6))));
        let judged = resumed.judge(ok(b"uvwxyz", Some(6)));
        assert!(matches!(judged, Ok(Judged::Whole(body)) if body == b"uvwxyz"));
    }

    #[test]
    fn a_body_cut_twice_is_offline() {
        let resumed = again(asked().judge(ok(b"abcd", Some(6))));
        assert!(matches!(resumed.judge(ok(b"abcd", Some(6))), Err(Error::Offline(_))));
    }

    fn response() -> impl Strategy<Value = Response> {
        let status = prop_oneof![Just(200), Just(206), Just(404), Just(416), any::<u16>()];
        let body = prop::collection::vec(any::<u8>(), 0..40);
        let announced = prop::option::of(prop_oneof![0..40_u64, any::<u64>()]);
        let range = prop::option::of(prop_oneof![
            "bytes [0-9]{0,2}-[0-9]{0,2}/[0-9*]{0,2}",
            "bytes [0-9]{0,30}-[0-9]{0,30}/[0-9]{0,30}",
            ".{0,12}",
        ]);
        (status, body, announced, range).prop_map(|(status, body, announced, content_range)| {
            Response { status, body, announced, content_range, retry_after: None }
        })
    }

    proptest! {
        /// A transport may be wrong in every way: more bytes than the cap, a status that does not exist, a length or a
        /// range that cannot be.
        #[test]
        fn whatever_a_transport_answers_a_file_is_within_its_limit_and_asked_for_three_times_at_most(
            answers in prop::collection::vec(response(), 3),
            length in prop::option::of(0..20_u64),
        ) {
            let mut asked = Asked::new(RemoteFile { length, ..file() }, "y");
            let mut answers = answers.into_iter();
            loop {
                let request = asked.request();
                prop_assert!(request.offset + request.cap <= 11);
                let Some(answer) = answers.next() else { return Err(TestCaseError::fail("asked again")) };
                match asked.judge(answer) {
                    Ok(Judged::Again(again)) => asked = again,
                    Ok(Judged::Whole(body)) => {
                        prop_assert!(body.len() <= 10);
                        break;
                    }
                    Ok(Judged::Missing) | Err(Error::Offline(_) | Error::Untrusted { .. }) => break,
                    Err(other) => return Err(TestCaseError::fail(other.to_string())),
                }
            }
        }
    }

    #[test]
    fn a_web_page_is_offline_and_a_long_body_untrusted() {
        let page = asked().judge(ok(b" \n<html>", None));
        assert!(matches!(page, Err(Error::Offline(_))));
        let long = asked().judge(ok(b"01234567890", None));
        assert!(matches!(long, Err(Error::Untrusted { .. })));
        let announced = asked().judge(ok(b"0123456789", Some(11)));
        assert!(matches!(announced, Err(Error::Untrusted { .. })));
    }
}
