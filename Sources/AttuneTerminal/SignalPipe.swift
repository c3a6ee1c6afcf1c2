import Foundation

/// Turns signals into bytes on a pipe, so that a poll loop sees them between other input.
///
/// The process has one pipe, whoever asks for it: a signal that came while one face was being made
/// is still there for the next.
struct SignalPipe {
  let readEnd: Int32

  init(for signals: [Int32]) {
    if writeEnd < 0 {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else {
        // Without a pipe the signals keep their usual meaning: the process ends, and what was
        // committed stays.
        readEnd = -1
        return
      }
      sharedReadEnd = ends[0]
      writeEnd = ends[1]
    }
    readEnd = sharedReadEnd
    // Whoever started the program may have blocked them.
    var set = sigset_t()
    sigemptyset(&set)
    for number in signals {
      sigaddset(&set, number)
      signal(number) { received in
        var byte = UInt8(truncatingIfNeeded: received)
        _ = write(writeEnd, &byte, 1)
      }
    }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// The signal that came first and has not been taken yet.
  func next() -> Int32? {
    var byte: UInt8 = 0
    return read(readEnd, &byte, 1) == 1 ? Int32(byte) : nil
  }
}

/// Set before a handler is installed, and read by handlers only.
nonisolated(unsafe) private var writeEnd: Int32 = -1
/// Set with it, on the thread that asks.
nonisolated(unsafe) private var sharedReadEnd: Int32 = -1
