import Foundation

/// An advisory lock on a file beside the store, so that one process writes at a time.
///
/// SQLite before 3.51.3 can damage a write-ahead log when two connections write or checkpoint at
/// once; the systems this runs on have older ones.
final class FileLock: Sendable {
  private let descriptor: Int32

  init(path: String) throws(StoreError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
  }

  deinit { close(descriptor) }

  /// Runs `work` while no other process holds the lock; waits for it as long as that takes.
  func hold<Result>(_ work: () throws -> Result) rethrows -> Result {
    while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
    defer { _ = flock(descriptor, LOCK_UN) }
    return try work()
  }
}
