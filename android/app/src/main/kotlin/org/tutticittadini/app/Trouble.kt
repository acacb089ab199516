package org.tutticittadini.app

import org.tutticittadini.core.ApiException
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.ProblemKind
import org.tutticittadini.core.TroubleLabels
import java.io.IOException

/**
 * What went wrong, as far as the reader can do something about it. The sentence says what, and the way out; what was on
 * the screen before stays there.
 */
enum class Trouble {
    /** No connection. */
    OFFLINE,

    /** What the server sent is not what the content team signed. */
    UNTRUSTED,

    /** What came with the app does not verify. */
    DAMAGED,

    /** The app is too old. */
    OUTDATED,

    /** The data is in use. */
    LOCKED,

    /** The platform's key is gone. */
    KEY_LOST,

    /** The disk is full. */
    STORAGE_FULL,

    /** It was stopped. */
    INTERRUPTED,

    /** There is no such item. */
    NOT_FOUND,

    /** A fault of the core, or a core that cannot be loaded. */
    FAULT,
    ;

    /** In the words of the core, which knows nothing of what an app brings along. */
    internal fun sentence(troubles: TroubleLabels, own: OwnWords): LocalizedText = when (this) {
        OFFLINE -> troubles.offline
        UNTRUSTED -> troubles.untrusted
        DAMAGED -> own.say(R.string.trouble_damaged)
        OUTDATED -> troubles.outdated
        LOCKED -> troubles.locked
        KEY_LOST -> troubles.keyLost
        STORAGE_FULL -> troubles.storageFull
        INTERRUPTED -> troubles.interrupted
        NOT_FOUND -> troubles.notFound
        FAULT -> troubles.`internal`
    }

    /** The app's own word for it, when there is no core to ask. What an opening cannot meet is a fault. */
    internal val withoutCore: Int
        get() = when (this) {
            UNTRUSTED, DAMAGED -> R.string.trouble_damaged
            OUTDATED -> R.string.trouble_outdated
            LOCKED -> R.string.trouble_locked
            STORAGE_FULL -> R.string.trouble_storage_full
            OFFLINE, KEY_LOST, INTERRUPTED, NOT_FOUND, FAULT -> R.string.trouble_fault
        }

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
