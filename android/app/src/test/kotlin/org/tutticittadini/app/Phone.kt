package org.tutticittadini.app

import android.app.AlertDialog
import android.app.Dialog
import android.graphics.Bitmap
import android.graphics.Canvas
import android.os.Bundle
import android.os.Parcel
import android.view.View
import android.view.ViewGroup
import android.widget.ScrollView
import android.widget.TextView
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.launch
import org.junit.rules.ExternalResource
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.android.controller.ActivityController
import org.robolectric.shadows.ShadowDialog
import org.robolectric.shadows.ShadowLooper
import org.tutticittadini.core.Cittadini
import org.tutticittadini.core.Labels
import java.io.File
import java.util.concurrent.locks.LockSupport
import kotlin.math.min

/** The app in a hand: starts it, taps, reads what is on the screen, takes pictures. */
class Phone : ExternalResource() {
    private var controller: ActivityController<MainActivity>? = null

    val app: TestApp get() = RuntimeEnvironment.getApplication() as TestApp
    val activity: MainActivity get() = checkNotNull(controller).get()

    /** The core that is open. */
    val core: Cittadini get() = checkNotNull(app.core.ready).core

    /** The words of the frame, as the app has read them. */
    val labels: Labels get() = checkNotNull(app.core.ready).words.labels

    /** Starts the app, with what it had kept when it was put away. */
    fun start(kept: Bundle? = null): Phone = apply {
        controller =
            Robolectric.buildActivity(MainActivity::class.java).also {
                if (kept ==
                    null
                ) {
                    it.setup()
                } else {
                    it.setup(kept)
                }
            }
        settle()
    }

    /** The system puts the app away; what it keeps. */
    fun putAway(): Bundle = Bundle().also { kept ->
        checkNotNull(controller).pause().stop().saveInstanceState(kept).destroy()
        controller = null
    }

    /** What the system would write of what is kept. */
    fun written(kept: Bundle): String {
        val parcel = Parcel.obtain()
        parcel.writeBundle(kept)
        return parcel.marshall().also { parcel.recycle() }.filter { it.toInt() != 0 }.toByteArray().decodeToString()
    }

    /** The process ends. */
    fun end() {
        val ending = CoroutineScope(screenThread).launch { app.core.close() }
        until("the core is closed") { ending.isCompleted }
    }

    fun turn() {
        checkNotNull(controller).recreate()
        settle()
    }

    /** Until nothing is being read, and no sync runs. */
    fun settle() = until("the screen is read") { !activity.isReading && !app.core.isBusy }

    fun go(place: Place) {
        activity.go(place)
        settle()
    }

    fun tap(id: Int) = tap(view<View>(id))

    fun tap(view: View) {
        check(view.performClick()) { "nothing happens on a tap" }
        settle()
    }

    /** The window that opens. */
    fun window(opening: () -> Unit): AlertDialog {
        opening()
        until("a window opens") { ShadowDialog.getLatestDialog()?.isShowing == true }
        return ShadowDialog.getLatestDialog() as AlertDialog
    }

    /** Chooses in the window that opens. */
    fun choose(button: Int, name: String) {
        val before = app.core.edition.value
        val list = window { tap(button) }.listView
        val place = (0 until list.adapter.count).first { list.adapter.getItem(it).toString() == name }
        list.performItemClick(list.getChildAt(place), place, list.adapter.getItemId(place))
        until("the choice is kept") { app.core.edition.value > before }
        settle()
    }

    fun <V : View> view(id: Int): V = activity.findViewById(id)!!

    /** All that a person reads, from top to bottom. */
    fun text(from: View = activity.window.decorView): String =
        views(from).filterIsInstance<TextView>().joinToString("\n") { it.text }.replace(Regex("[\u2066-\u2069]"), "")

    /** The page alone. */
    fun page(): String = text(view(R.id.page))

    /** What is visible, parents before children. */
    fun views(from: View = activity.window.decorView): List<View> = when {
        from.visibility != View.VISIBLE -> emptyList()
        from is ViewGroup -> listOf<View>(from) + (0 until from.childCount).flatMap { views(from.getChildAt(it)!!) }
        else -> listOf(from)
    }

    /** Unfolds whatever is folded. */
    fun unfold() = views(view(R.id.page)).filter { it.accessibilityDelegate != null }.forEach { tap(it) }

    /** How many calls into the core that takes. */
    fun calls(during: () -> Unit): Int {
        val before = core.calls
        during()
        settle()
        return (core.calls - before).toInt()
    }

    /** A picture of the screen. */
    fun picture(name: String) = save(name, activity.window.decorView)

    /** A picture of a window. */
    fun picture(name: String, window: Dialog) = save(name, checkNotNull(window.window).decorView)

    /** Pictures of the whole page, a screen after the other. */
    fun pictures(name: String, most: Int = Int.MAX_VALUE) {
        val page = view<View>(R.id.page)
        val scroll = view<ScrollView>(R.id.scroll)
        val screens = min(most, (page.height + scroll.height - 1) / scroll.height)
        for (number in 0 until screens) {
            scroll.scrollTo(0, number * scroll.height)
            picture("$name-${number + 1}")
        }
        scroll.scrollTo(0, 0)
    }

    private fun save(name: String, view: View) {
        val folder = System.getenv("CITTADINI_PICTURES") ?: return
        val bitmap = Bitmap.createBitmap(view.width, view.height, Bitmap.Config.ARGB_8888)
        view.draw(Canvas(bitmap))
        File(folder, "$name.png").outputStream().use { bitmap.compress(Bitmap.CompressFormat.PNG, 100, it) }
    }

    fun until(what: String, met: () -> Boolean) {
        val end = System.nanoTime() + PATIENCE
        do {
            ShadowLooper.idleMainLooper()
            check(System.nanoTime() < end) { "waited too long until $what" }
            LockSupport.parkNanos(STEP)
        } while (!met())
        ShadowLooper.idleMainLooper()
    }

    override fun after() {
        end()
        controller?.close()
        Arranged.reset()
        RuntimeEnvironment.setFontScale(1f)
    }

    private companion object {
        const val PATIENCE = 60_000_000_000
        const val STEP = 2_000_000L
    }
}
