package org.tutticittadini.app

import android.app.Application
import android.os.Handler
import android.os.Looper
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.asCoroutineDispatcher
import org.tutticittadini.core.Cittadini
import org.tutticittadini.core.Config
import org.tutticittadini.core.NetworkKind
import java.io.File
import java.util.concurrent.Executor

/** The process: one core for all that it shows. */
open class CittadiniApp : Application() {
    /** What the screens call. */
    lateinit var core: AppCore
        private set

    override fun onCreate() {
        super.onCreate()
        begin()
    }

    /** As at the beginning of the process. */
    protected fun begin() {
        val around = Surroundings(::connection) { notBefore, wifiOnly -> UpdateJob.plan(this, notBefore, wifiOnly) }
        core = AppCore(bundled(), File(noBackupFilesDir, "cittadini"), Memory(this), around, ::open)
    }

    /** Opens the core. */
    protected open suspend fun open(config: Config): Cittadini = Cittadini.open(config)

    /** What the telephone is connected to. */
    protected open fun connection(): NetworkKind = connectionOf(this)

    /** What came with the app. */
    protected open fun bundled(): Bundled = Bundled(this)
}

/** The thread of the screens, in the order in which things are asked of it. */
internal val screenThread: CoroutineDispatcher by lazy {
    val handler = Handler(Looper.getMainLooper())
    Executor { handler.post(it) }.asCoroutineDispatcher()
}
