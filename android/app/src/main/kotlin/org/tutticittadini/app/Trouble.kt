package org.tutticittadini.app

import org.tutticittadini.core.ApiException
import org.tutticittadini.core.ProblemKind
import java.io.IOException

/**
 * What went wrong, as far as the reader can do something about it. The sentence says what, and the way out; what was on
 * the screen before stays there.
 */
enum class Trouble(val sentence: Int) {
    /** No connection. */
    OFFLINE(R.string.trouble_offline),

    /** What the server sent is not what the content team signed. */
    UNTRUSTED(R.string.trouble_untrusted),

    /** What came with the app does not verify. */
    DAMAGED(R.string.trouble_damaged),

    /** The app is too old. */
    OUTDATED(R.string.trouble_outdated),

    /** The data is in use. */
    LOCKED(R.string.trouble_locked),

    /** The platform's key is gone. */
    KEY_LOST(R.string.trouble_key_lost),

    /** The disk is full. */
    STORAGE_FULL(R.string.trouble_storage_full),

    /** It was stopped. */
    INTERRUPTED(R.string.trouble_interrupted),

    /** There is no such item. */
    NOT_FOUND(R.string.trouble_not_found),

    /** A fault of the core, or a core that cannot be loaded. */
    FAULT(R.string.trouble_fault),
    ;

    companion object {
        /** What it means that a screen cannot be read: no network has a part in that. */
        fun ofReading(error: Throwable): Trouble = of(error).let { if (it == UNTRUSTED) DAMAGED else it }

        /** What an exception means to the reader. */
        fun of(error: Throwable): Trouble = when (error) {
            is ApiException.Offline -> OFFLINE
            is ApiException.Untrusted -> UNTRUSTED
            is ApiException.Outdated -> OUTDATED
            is ApiException.Locked -> LOCKED
            is ApiException.KeyLost -> KEY_LOST
            is ApiException.StorageFull -> STORAGE_FULL
            is ApiException.Interrupted -> INTERRUPTED
            is ApiException.InvalidInput -> NOT_FOUND
            is IOException -> if (NO_ROOM in error.message.orEmpty()) STORAGE_FULL else FAULT
            else -> FAULT
        }

        /** What befell single packs of a sync. */
        fun of(kind: ProblemKind): Trouble = when (kind) {
            ProblemKind.OFFLINE -> OFFLINE
            ProblemKind.STORAGE_FULL -> STORAGE_FULL
            ProblemKind.OUTDATED -> OUTDATED
            ProblemKind.UNTRUSTED -> UNTRUSTED
        }

        /** The system's own words for `ENOSPC`, which arrive in the text of an exception and nowhere else. */
        private const val NO_ROOM = "No space left on device"
    }
}
