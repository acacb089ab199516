"""The journey of a phone, through the generated Python module: open, read, sync over HTTP, read in two languages.

Needs nothing but the standard library. `cargo xtask test` sets what it reads:

    CITTADINI_PYTHON_MODULE   the folder that holds the generated cittadini_bindings.py, and the library beside it
    CITTADINI_REPOSITORY      the address of a published release: the folder with metadata/ and targets/
    CITTADINI_ROOT            its root.json
    CITTADINI_SEED            its seed, in one file
"""

import http.client
import os
import sys
import tempfile
import unittest
import urllib.error
import urllib.request
from pathlib import Path

sys.path.insert(0, os.environ["CITTADINI_PYTHON_MODULE"])

import cittadini_bindings as cittadini  # noqa: E402  (generated; its folder is known only now)

REPOSITORY = os.environ["CITTADINI_REPOSITORY"]
ROOT = Path(os.environ["CITTADINI_ROOT"]).read_bytes()
SEED = os.environ["CITTADINI_SEED"]

PROCEDURE = "rinnovo-permesso"


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Makes a redirect an answer like any other."""

    def redirect_request(self, *_):
        return None


class HttpTransport(cittadini.Transport):
    """What a phone implements: one plain GET, no cookie, no validator, nothing about the device."""

    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), NoRedirect)
    opener.addheaders = []  # not even the version of Python

    def __init__(self):
        self.requests = []

    def get(self, request):
        self.requests.append(request)
        asked = urllib.request.Request(request.url, headers={"User-Agent": "cittadini"})
        if request.offset > 0:
            asked.add_header("Range", f"bytes={request.offset}-")
        try:
            answer = self.opener.open(asked, timeout=20)
        except urllib.error.HTTPError as error:
            answer = error  # an answer too: the core judges the status
        except (urllib.error.URLError, OSError) as error:
            raise cittadini.TransportError.Connection(str(error)) from error
        with answer:
            announced = answer.headers.get("Content-Length")
            return cittadini.Response(
                status=answer.status,
                body=self.read(answer, request.cap),
                announced=int(announced) if announced else None,
                content_range=answer.headers.get("Content-Range"),
                retry_after=answer.headers.get("Retry-After"),
            )

    @staticmethod
    def read(answer, cap):
        """The body up to the cap; the part that arrived when the connection breaks."""
        body = bytearray()
        try:
            while len(body) < cap and (part := answer.read(min(cap - len(body), 65_536))):
                body += part
        except http.client.IncompleteRead as broken:
            body += broken.partial
        except OSError:
            pass
        return bytes(body[:cap])


class Broken(HttpTransport):
    """Loses the second half of the first pack."""

    lost = None

    def get(self, request):
        answer = super().get(request)
        if self.lost is None and "/targets/" in request.url and len(answer.body) > 1:
            self.lost = request.url
            answer = cittadini.Response(
                status=answer.status,
                body=answer.body[: len(answer.body) // 2],
                announced=answer.announced,
                content_range=answer.content_range,
            )
        return answer


class Doing(HttpTransport):
    """Does something during each request."""

    def __init__(self, what):
        super().__init__()
        self.what = what

    def get(self, request):
        self.what()
        return super().get(request)


class Answering(cittadini.Transport):
    """Gives the same answer whatever is asked, or throws it."""

    def __init__(self, answer):
        self.answer = answer

    def get(self, request):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Secrets(cittadini.KeyStore):
    """What a phone implements with its platform's key store. So far nobody asks it."""

    def __init__(self):
        self.calls = []

    def load(self, name):
        self.calls.append(("load", name))

    def create(self, name, secret):
        self.calls.append(("create", name))

    def delete(self, name):
        self.calls.append(("delete", name))


def plain(text):
    """The words of a sentence, for looking at. A shell draws the runs instead."""
    words = []
    for run in text.runs:
        if run.is_MONEY():
            words.append(f"{run.cents / 100:.2f}")
        elif run.is_DATE():
            words.append(run.iso)
        elif run.is_PHONE():
            words.append(run.number)
        else:
            words.append(run.text)
    return "".join(words)


def has_arabic(words):
    return any("\u0600" <= letter <= "\u06ff" for letter in words)


def reader(*languages):
    return cittadini.ReaderSettings(
        languages=list(languages), municipality=None, audience=cittadini.Audience.PERSON
    )


class Journey(unittest.TestCase):
    def folder(self):
        folder = tempfile.TemporaryDirectory(prefix="cittadini-")
        self.addCleanup(folder.cleanup)
        return folder.name

    def open(self, folder=None, **config):
        core = cittadini.Core.open(
            cittadini.Config(data_dir=folder or self.folder(), root=ROOT, **config)
        )
        self.addCleanup(core.close)
        return core

    def open_empty(self):
        return self.open(repository=REPOSITORY)

    def test_the_seed_is_read_without_a_network(self):
        core = self.open(seed=SEED)

        home = core.home()
        self.assertFalse(home.empty)
        self.assertIn(PROCEDURE, [card.id for group in home.groups for card in group.procedures])

        screen = core.procedure(PROCEDURE)
        self.assertTrue(screen.steps)
        self.assertEqual([step.number for step in screen.steps], list(range(1, len(screen.steps) + 1)))

        with self.assertRaises(cittadini.ApiError.InvalidInput):
            core.procedure("there-is-no-such-procedure")
        with self.assertRaises(cittadini.ApiError.InvalidInput):
            core.sync(HttpTransport(), cittadini.SyncMode.ALL)  # it was opened without a repository

    def test_every_screen_crosses_the_bindings(self):
        core = self.open(seed=SEED)

        municipalities = core.home().municipalities
        core.set_settings(
            cittadini.ReaderSettings(
                languages=["ar", "it"],
                municipality=municipalities[0].name,
                audience=cittadini.Audience.PERSON,
            )
        )
        self.assertEqual(core.settings().languages, ["ar", "it"])

        self.assertTrue(core.procedures().groups)
        self.assertTrue(core.terms().terms)
        self.assertTrue(core.notices().header.banners)
        self.assertTrue(core.freshness().packs)
        changes = core.changes(None)
        self.assertEqual((changes.items, changes.from_release), ([], None))  # a seed has nothing to compare with
        self.assertGreaterEqual(changes.to_release, 1)
        self.assertEqual(core.changes(cittadini.Since.RELEASE(number=1)).items, [])
        with self.assertRaises(cittadini.ApiError.InvalidInput):
            core.changes(cittadini.Since.DAY(iso="yesterday"))
        offices = core.offices().offices
        self.assertTrue(offices)
        self.assertEqual(core.office(offices[0].id).office.id, offices[0].id)

    def test_a_release_is_synced_over_http_and_read_in_arabic_and_italian(self):
        core = self.open_empty()
        self.assertTrue(core.home().empty)

        transport = HttpTransport()
        report = core.sync(transport, cittadini.SyncMode.ALL)
        self.assertIsNone(report.problem)
        self.assertEqual(report.refused, [])
        self.assertFalse(report.up_to_date)
        self.assertGreaterEqual(report.release, 1)
        self.assertGreater(report.records_written, 0)
        self.assertGreater(report.bytes, 0)
        self.assertEqual(report.requests, len(transport.requests))
        self.assertGreaterEqual(len(report.applied), 3)  # facts, Italian, Arabic
        self.assertRegex(report.generated, r"^\d{4}-\d\d-\d\dT.*Z$")
        self.assertEqual(core.sync_progress().stage, cittadini.SyncStage.DONE)
        self.assertFalse(core.home().empty)

        core.set_settings(reader("ar"))
        arabic = core.procedure(PROCEDURE)
        self.assertEqual(arabic.title.language, "ar")
        self.assertEqual(arabic.title.direction, cittadini.Direction.RTL)
        self.assertTrue(has_arabic(plain(arabic.title)), plain(arabic.title))
        self.assertTrue(all(has_arabic(plain(step.action)) for step in arabic.steps))
        self.assertEqual(arabic.title_it.language, "it")

        core.set_settings(reader("it"))
        italian = core.procedure(PROCEDURE)
        self.assertEqual(italian.title.language, "it")
        self.assertEqual(italian.title.direction, cittadini.Direction.LTR)
        self.assertFalse(has_arabic(plain(italian.title)))
        self.assertEqual(len(italian.steps), len(arabic.steps))

        self.assertGreater(italian.total.min_cents, 0)
        self.assertTrue(any(run.is_MONEY() for run in italian.total.text.runs))
        self.assertGreaterEqual(italian.total.max_cents, italian.total.min_cents)
        self.assertEqual(italian.total.min_cents, arabic.total.min_cents)

        again = core.sync(HttpTransport(), cittadini.SyncMode.ALL)
        self.assertTrue(again.up_to_date)
        self.assertEqual(again.applied, [])

    def test_a_body_that_breaks_off_is_resumed(self):
        core = self.open_empty()
        transport = Broken()
        report = core.sync(transport, cittadini.SyncMode.ALL)
        self.assertIsNone(report.problem)
        resumed = [asked for asked in transport.requests if asked.url == transport.lost and asked.offset > 0]
        self.assertEqual(len(resumed), 1)

    def test_a_transport_that_throws_is_offline_and_the_content_stays(self):
        core = self.open_empty()
        core.sync(HttpTransport(), cittadini.SyncMode.ALL)
        before = core.procedure(PROCEDURE)

        html = cittadini.Response(status=200, body=b"<html>", announced=6, content_range=None)
        for answer in (
            RuntimeError("the lift is stuck"),
            cittadini.TransportError.Connection("no route to host"),
            "not an answer at all",
            html,
        ):
            with self.subTest(answer=answer), self.assertRaises(cittadini.ApiError.Offline) as offline:
                core.sync(Answering(answer), cittadini.SyncMode.ALL)
            if isinstance(answer, RuntimeError):
                self.assertIn("the lift is stuck", offline.exception.reason)
                self.assertNotIn("Traceback", offline.exception.reason)

        self.assertEqual(core.procedure(PROCEDURE).title, before.title)
        self.assertTrue(core.sync(HttpTransport(), cittadini.SyncMode.ALL).up_to_date)

    def test_answers_that_cannot_be_are_offline_or_untrusted_and_the_content_stays(self):
        core = self.open_empty()
        core.sync(HttpTransport(), cittadini.SyncMode.ALL)

        def answer(status=200, body=b"{}", announced=None, content_range=None):
            return cittadini.Response(
                status=status, body=body, announced=announced, content_range=content_range
            )

        offline, untrusted = cittadini.ApiError.Offline, cittadini.ApiError.Untrusted
        for wrong, expected in (
            (answer(status=0), offline),
            (answer(status=70_000), offline),  # no u16: it never leaves Python
            (answer(status=206, content_range="bytes */*"), offline),
            (answer(announced=-1), offline),
            (answer(body=None), offline),
            (None, offline),
            (answer(body=b" " * 20_000_000), untrusted),
            (answer(announced=2**63), untrusted),
            (answer(), untrusted),
        ):
            with self.subTest(wrong=str(wrong)[:80]):
                with self.assertRaises(expected) as thrown:
                    core.sync(Answering(wrong), cittadini.SyncMode.ALL)
                self.assertNotIn("\n", thrown.exception.reason)
                self.assertFalse(core.home().empty)

        self.assertTrue(core.sync(HttpTransport(), cittadini.SyncMode.ALL).up_to_date)

    def test_a_transport_that_syncs_is_told_so(self):
        core = self.open_empty()

        def nested():
            with self.assertRaises(cittadini.ApiError.InvalidInput):
                core.sync(HttpTransport(), cittadini.SyncMode.ALL)

        core.sync(Doing(nested), cittadini.SyncMode.ALL)
        self.assertFalse(core.home().empty)

    def test_a_key_store_is_taken_and_not_asked_yet(self):
        secrets = Secrets()
        config = cittadini.Config(data_dir=self.folder(), root=ROOT, seed=SEED)
        core = cittadini.Core.open(config, secrets)
        self.addCleanup(core.close)
        self.assertFalse(core.home().empty)
        core.set_settings(reader("it"))
        self.assertEqual(secrets.calls, [])

    def test_the_core_can_be_read_and_interrupted_while_it_syncs(self):
        core = self.open_empty()
        core.sync(Doing(lambda: (core.home(), core.sync_progress())), cittadini.SyncMode.ALL)
        self.assertFalse(core.home().empty)

        with self.assertRaises(cittadini.ApiError.Interrupted):
            core.sync(Doing(core.interrupt), cittadini.SyncMode.ALL)
        self.assertFalse(core.home().empty)

    def test_a_closed_core_says_so_and_lets_go_of_its_folder(self):
        folder = self.folder()
        core = self.open(folder, seed=SEED)
        with self.assertRaises(cittadini.ApiError.Locked):
            self.open(folder)

        core.close()
        core.close()  # twice does no harm
        for call in (core.home, core.settings, lambda: core.procedure(PROCEDURE)):
            with self.assertRaises(cittadini.ApiError.InvalidInput):
                call()

        self.assertFalse(self.open(folder).home().empty)

    def test_closing_during_a_sync_ends_it(self):
        core = self.open_empty()
        with self.assertRaises(cittadini.ApiError.Interrupted):
            core.sync(Doing(core.close), cittadini.SyncMode.ALL)
        with self.assertRaises(cittadini.ApiError.InvalidInput):
            core.home()


if __name__ == "__main__":
    unittest.main(verbosity=2)
