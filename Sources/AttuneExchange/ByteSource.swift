#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The bytes of a file or of standard input, lent piece by piece.
struct ByteSource: ~Copyable {
  private let path: String
  private let descriptor: Int32

  private static let pieceLength = 1 << 20

  /// Opens a file, or standard input for `-`.
  init(_ path: String) throws(FileError) {
    self.path = path
    guard path != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(errno, path) }
  }

  deinit {
    if descriptor != STDIN_FILENO { _ = close(descriptor) }
  }

  /// Lends each piece until there are no more.
  func forEach(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.pieceLength)
    defer { piece.deallocate() }
    while true {
      let count = read(descriptor, piece.baseAddress, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.error(errno, path) }
      guard count > 0 else { return }
      try body(UnsafeBufferPointer(rebasing: piece[..<count]))
    }
  }

  private static func error(_ code: Int32, _ path: String) -> FileError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EISDIR: .isFolder(path: path)
    case EACCES, EPERM: .notAllowed(path: path)
    default: .unreadable(path: path, reason: String(cString: strerror(code)))
    }
  }
}
