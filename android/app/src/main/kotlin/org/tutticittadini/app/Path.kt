package org.tutticittadini.app

import android.os.Bundle
import org.tutticittadini.app.draw.Folds

/** One station of the way: a place, how far down the reader is, and what she unfolded there. */
class Station(val place: Place, var scroll: Int = 0, val folds: Folds = Folds()) {
    /** Another page stands at the same place. */
    fun fromTop() {
        scroll = 0
        folds.open.clear()
    }
}

/**
 * The way the reader came, from the first screen to where she is. It survives a rotation and the end of the process. What
 * she said at a place lives in memory alone, and ends with the process.
 */
class Path private constructor(private val stations: MutableList<Station>) {
    /** Where the reader is. */
    val here: Station get() = stations.last()

    /** Whether there is a way back inside the app. */
    val canGoBack: Boolean get() = stations.size > 1

    /** Goes on; to the first screen it is the way back. Whether anything changed. */
    fun go(place: Place): Boolean {
        if (here.place == place) return false
        if (place.isAnotherWay) forget()
        if (place == Place.Home) {
            stations.subList(1, stations.size).clear()
        } else {
            stations += Station(place)
        }
        return true
    }

    /** Another place instead of the one where the reader is. */
    fun replace(place: Place) {
        stations[stations.lastIndex] = Station(place)
    }

    /** Goes back: inside the place, else to the one before. Whether there was a way. */
    fun back(): Boolean {
        if (here.place.back()) {
            here.fromTop()
            return true
        }
        return canGoBack && stations.removeAt(stations.size - 1).let { true }
    }

    /** Forgets what the reader said on the way: she has left it for another one. */
    private fun forget() = stations.forEach { it.place.forget() }

    /** Keeps the way. */
    fun save(state: Bundle) {
        state.putStringArray(PLACES, stations.map { it.place.key }.toTypedArray())
        state.putIntArray(SCROLLS, stations.map { it.scroll }.toIntArray())
        state.putIntArray(FOLDS, here.folds.open.toIntArray())
    }

    companion object {
        private const val PLACES = "places"
        private const val SCROLLS = "scrolls"
        private const val FOLDS = "folds"

        /** The way that was kept, or its beginning. */
        fun restored(state: Bundle?): Path {
            val places = state?.getStringArray(PLACES).orEmpty().map { Place.of(it) }
            if (places.isEmpty()) return Path(mutableListOf(Station(Place.Home)))
            val scrolls = state?.getIntArray(SCROLLS) ?: IntArray(0)
            val open = state?.getIntArray(FOLDS)?.toMutableSet() ?: mutableSetOf()
            val stations = places.mapIndexed { index, place ->
                val folds = if (index == places.lastIndex) Folds(open) else Folds()
                Station(place, scrolls.getOrElse(index) { 0 }, folds)
            }
            return Path(stations.toMutableList())
        }
    }
}
