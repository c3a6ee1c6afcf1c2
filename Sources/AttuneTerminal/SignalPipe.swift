import Foundation

/// Turns signals into bytes on a pipe, so that a poll loop sees them between other input.
struct SignalPipe {
  let readEnd: Int32

  init(for signals: [Int32]) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      // Without a pipe the signals keep their usual meaning: the process ends, and what was
      // committed stays.
      readEnd = -1
      return
    }
    readEnd = ends[0]
    writeEnd = ends[1]
    for number in signals {
      signal(number) { received in
        var byte = UInt8(truncatingIfNeeded: received)
        _ = write(writeEnd, &byte, 1)
      }
    }
  }

  /// The signal that came first and has not been taken yet.
  func next() -> Int32? {
    var byte: UInt8 = 0
    return read(readEnd, &byte, 1) == 1 ? Int32(byte) : nil
  }
}

/// Set before a handler is installed, and read by handlers only.
nonisolated(unsafe) private var writeEnd: Int32 = -1
