package org.tutticittadini.app

import android.content.Context
import android.content.res.Configuration
import android.util.TypedValue
import android.view.ContextThemeWrapper
import android.view.LayoutInflater
import android.view.View
import android.widget.Button
import android.widget.LinearLayout
import android.widget.ScrollView
import android.widget.TextView
import org.tutticittadini.app.draw.Folds
import org.tutticittadini.app.draw.Page
import org.tutticittadini.app.draw.draw112
import org.tutticittadini.app.draw.drawBanners
import java.util.Locale
import kotlin.math.min

/**
 * What stands around every screen, in one language: the app's, which follows the core's settings and not the device. It is
 * never empty: a page, or a sentence that says why there is none.
 */
internal class Frame(private val activity: MainActivity, val language: String?) {
    /** Speaks the language, and runs in its direction. */
    val context: Context = language?.let { speaking(it) } ?: activity

    private val page: LinearLayout
    private val scrolling: ScrollView
    private val status: View
    private var drawn: Place? = null

    init {
        val root = LayoutInflater.from(context).inflate(R.layout.frame, null)
        root.layoutDirection = context.resources.configuration.layoutDirection
        activity.setContentView(root)
        page = root.findViewById(R.id.page)!!
        scrolling = root.findViewById(R.id.scroll)!!
        status = root.findViewById(R.id.status)!!
        onTap(R.id.back) { activity.back() }
        onTap(R.id.language) { activity.chooseLanguage() }
        onTap(R.id.municipality) { activity.chooseMunicipality() }
        onTap(R.id.to_home) { activity.go(Place.Home) }
        onTap(R.id.to_offices) { activity.go(Place.Offices) }
        onTap(R.id.to_emergency) { activity.go(Place.Emergency) }
        onTap(R.id.status_close) { activity.dismissStatus() }
        listOf(R.id.language, R.id.municipality, R.id.to_home, R.id.to_offices, R.id.to_emergency)
            .forEach { limitSize(find(it)) }
        nameLanguage()
        nameMunicipality(null)
    }

    /** How far down the reader is. */
    val scroll: Int get() = scrolling.scrollY

    /** The same, once there is a page. */
    val scrollIfDrawn: Int? get() = drawn?.let { scroll }

    /** Before the first page: a moment. */
    fun loading() {
        fill(Folds(), 0) { words(R.string.loading) }
        find<View>(R.id.back).visibility = View.GONE
    }

    /** A page. */
    fun draw(screen: Screen, path: Path) {
        nameMunicipality(screen.header.municipality)
        place(path)
        fill(path.here.folds, path.here.scroll) {
            screen.first(this)
            drawBanners(screen.header.banners)
            screen.draw(this)
        }
        drawn = path.here.place
    }

    /** Why a page could not be read, and the ways out. */
    fun trouble(trouble: Trouble, path: Path) {
        place(path)
        fill(Folds(), 0) {
            words(trouble.sentence, R.style.Text_Heading)
            button(context.getString(R.string.retry), R.drawable.ic_update) { activity.retry() }
            heading(R.string.emergency_numbers)
            draw112()
        }
        drawn = null
    }

    /** What runs, or went wrong, whichever page is there. */
    fun show(state: Status) {
        val said = sentence(state)
        status.visibility = if (said == null) View.GONE else View.VISIBLE
        find<TextView>(R.id.status_text).text = said
        val act = find<Button>(R.id.status_act)
        act.text = context.getString(if (state.syncing) R.string.stop else R.string.retry)
        act.setOnClickListener { if (state.syncing) activity.stopSync() else activity.update() }
        val canTry = state.trouble != null && activity.canUpdate
        act.visibility = if (state.syncing || canTry) View.VISIBLE else View.GONE
        find<View>(R.id.status_close).visibility = if (state.syncing) View.GONE else View.VISIBLE
    }

    private fun sentence(state: Status): String? {
        val progress = state.progress
        return when {
            state.syncing && progress != null && progress.bytesTotal > 0u -> {
                val share = (HUNDRED * progress.bytesDone / progress.bytesTotal).toInt()
                context.getString(R.string.updating_share, share)
            }
            state.syncing -> context.getString(R.string.updating)
            state.trouble != null -> context.getString(state.trouble.sentence)
            state.updated -> context.getString(R.string.updated)
            else -> null
        }
    }

    private fun fill(folds: Folds, scroll: Int, draw: Page.() -> Unit) {
        page.removeAllViews()
        folds.begin()
        Page(context, activity, folds, page).draw()
        scrolling.scrollTo(0, 0)
        if (scroll > 0) scrolling.post { scrolling.scrollTo(0, scroll) }
    }

    private fun place(path: Path) {
        find<View>(R.id.back).visibility = if (path.canGoBack) View.VISIBLE else View.GONE
        val chosen = mapOf(
            R.id.to_home to Place.Home,
            R.id.to_offices to Place.Offices,
            R.id.to_emergency to Place.Emergency,
        )
        chosen.forEach { (id, place) ->
            val isHere = path.here.place == place
            find<Button>(id).apply {
                isSelected = isHere
                setTextColor(context.getColor(if (isHere) R.color.link else R.color.ink))
            }
        }
    }

    private fun nameLanguage() {
        val locale = context.resources.configuration.locales[0]
        val name = locale.getDisplayLanguage(locale).replaceFirstChar { it.titlecase(locale) }
        find<Button>(R.id.language).apply {
            text = name
            contentDescription = "${context.getString(R.string.language)}: $name"
        }
    }

    private fun nameMunicipality(name: String?) {
        find<Button>(R.id.municipality).apply {
            text = name ?: context.getString(R.string.municipality_all)
            contentDescription = "${context.getString(R.string.municipality)}: $text"
        }
    }

    /** What is always there stops growing where it would leave no room for the page. */
    private fun limitSize(button: Button) {
        val metrics = context.resources.displayMetrics
        val scale = min(context.resources.configuration.fontScale, MOST)
        button.setTextSize(TypedValue.COMPLEX_UNIT_PX, BAR_WORDS * scale * metrics.density)
    }

    private fun speaking(tag: String): Context {
        val configuration = Configuration(activity.resources.configuration)
        configuration.setLocale(Locale.forLanguageTag(tag))
        // Not `createConfigurationContext`: dialogs need a context of the window.
        return ContextThemeWrapper(activity, R.style.Theme_Cittadini).apply {
            applyOverrideConfiguration(configuration)
        }
    }

    private fun onTap(id: Int, tapped: () -> Unit) = find<View>(id).setOnClickListener { tapped() }

    private fun <V : View> find(id: Int): V = activity.findViewById(id)!!

    private companion object {
        val HUNDRED = 100uL
        const val MOST = 1.3f
        const val BAR_WORDS = 15f
    }
}
