import AttuneStatistics
import Synchronization

/// Shows on a terminal how far resamples have come; Ctrl-C ends them, and nothing is written.
final class ResampleProgress: Sendable {
  /// Told by several threads, one after the other.
  private let shown = Mutex<Progress?>(nil)

  var watch: Resampling.Watch {
    Resampling.Watch { done, whole in
      self.shown.withLock { progress in
        let known = progress ?? Progress("Drawing resamples", of: whole)
        known.reach(done)
        progress = known
      }
    }
  }

  /// Clears the line.
  func finish() { shown.withLock { $0?.finish() } }
}
