package org.tutticittadini.app

import android.app.job.JobInfo
import android.app.job.JobParameters
import android.app.job.JobScheduler
import android.app.job.JobService
import android.content.ComponentName
import android.content.Context
import java.time.Duration
import java.time.Instant

/**
 * Wakes the app for a sync, when the core has said and the network is there. One job stands in the system's plan at most;
 * a restart of the telephone forgets it, and the next opening of the app plans it again: for more Android wants a
 * permission.
 */
class UpdateJob : JobService() {
    private val core: AppCore get() = (application as CittadiniApp).core

    override fun onStartJob(parameters: JobParameters?): Boolean {
        core.syncInBackground { again -> jobFinished(parameters, again) }
        return true
    }

    /** The network is gone, or the system wants rest. What was applied stays applied, and the next one is planned. */
    override fun onStopJob(parameters: JobParameters?): Boolean {
        core.stopSync()
        return false
    }

    internal companion object {
        const val ID = 1

        /** Plans the next one, in place of the one that was planned. */
        fun plan(context: Context, notBefore: Instant, wifiOnly: Boolean) {
            val network = if (wifiOnly) JobInfo.NETWORK_TYPE_UNMETERED else JobInfo.NETWORK_TYPE_ANY
            val pause = Duration.between(Instant.now(), notBefore).coerceAtLeast(Duration.ZERO)
            val job = JobInfo.Builder(ID, ComponentName(context, UpdateJob::class.java))
                .setRequiredNetworkType(network)
                .setMinimumLatency(pause.toMillis())
                .build()
            context.getSystemService(JobScheduler::class.java).schedule(job)
        }
    }
}
