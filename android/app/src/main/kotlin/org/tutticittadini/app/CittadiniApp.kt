package org.tutticittadini.app

import android.app.Application
import android.os.Handler
import android.os.Looper
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.asCoroutineDispatcher
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
        core = AppCore(bundled(), File(noBackupFilesDir, "cittadini"), Memory(this))
    }

    /** What came with the app. */
    protected open fun bundled(): Bundled = Bundled(this)
}

/** The thread of the screens, in the order in which things are asked of it. */
internal val screenThread: CoroutineDispatcher by lazy {
    val handler = Handler(Looper.getMainLooper())
    Executor { handler.post(it) }.asCoroutineDispatcher()
}
