import Foundation

/// An advisory lock on a file beside the store, so that one process writes at a time.
///
/// SQLite before 3.51.3 can damage a write-ahead log when two connections write or checkpoint at
/// once; the systems this runs on have older ones.
final class FileLock: Sendable {
  /// For how long a program waits for another; a transaction takes milliseconds, a backup or an
  /// erasure of a large study seconds.
  static let mostSeconds = 30.0

  private let path: String
  private let descriptor: Int32
  private let whenWaiting: @Sendable () -> Void

  /// `whenWaiting` is told once for each wait of more than two seconds.
  init(
    besides store: String, whenWaiting: @escaping @Sendable () -> Void
  ) throws(StoreError) {
    let path = store + ".lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .cannotOpen(path: store, reason: StoreError.reason(errno))
    }
    self.path = path
    self.whenWaiting = whenWaiting
  }

  deinit { close(descriptor) }

  /// Runs `work` while no other process holds the lock.
  ///
  /// - Throws: `StoreError.busy` where another one holds it for half a minute.
  func hold<Result>(_ work: () throws -> Result) throws -> Result {
    var waited = 0.0
    var isTold = false
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw StoreError.cannotOpen(
          path: path, reason: String(cString: strerror(errno)).lowercased())
      }
      guard waited < Self.mostSeconds else { throw StoreError.busy(path: path) }
      if waited > 2, !isTold {
        isTold = true
        whenWaiting()
      }
      let pause = waited < 0.1 ? 0.001 : 0.02
      Thread.sleep(forTimeInterval: pause)
      waited += pause
    }
    defer { _ = flock(descriptor, LOCK_UN) }
    return try work()
  }
}
