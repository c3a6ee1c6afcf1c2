import Foundation

/// Puts the terminal back when the program itself fails, then lets the failure take its course.
enum CrashRestoration {
  private static let failures = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE]

  static func arm(with settings: termios, saying words: String) {
    savedSettings.pointee = settings
    let bytes = Array(words.utf8)
    closingBytes.update(from: bytes, count: min(bytes.count, closingCapacity))
    closingCount = min(bytes.count, closingCapacity)
    for failure in failures {
      signal(failure) { received in
        // Only what is safe in a handler: two system calls on memory that was set beforehand.
        _ = write(STDOUT_FILENO, closingBytes, closingCount)
        _ = tcsetattr(STDIN_FILENO, TCSANOW, savedSettings)
        signal(received, SIG_DFL)
        raise(received)
      }
    }
  }

  static func disarm() {
    for failure in failures { signal(failure, SIG_DFL) }
  }
}

private let closingCapacity = 128
/// Set before the handlers are installed, and read by handlers only.
nonisolated(unsafe) private let savedSettings = UnsafeMutablePointer<termios>.allocate(capacity: 1)
nonisolated(unsafe) private let closingBytes = UnsafeMutablePointer<UInt8>.allocate(
  capacity: closingCapacity)
nonisolated(unsafe) private var closingCount = 0
