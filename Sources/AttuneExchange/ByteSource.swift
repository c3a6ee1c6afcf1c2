#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The bytes of a file or of standard input, lent piece by piece.
struct ByteSource: ~Copyable {
  private let path: String
  private let descriptor: Int32
  /// Of a file when it was opened; `nil` of what has no length, such as a pipe.
  private let length: Int?

  private static let pieceLength = 1 << 23

  /// Opens a file, or standard input for `-`.
  init(_ path: String) throws(FileError) {
    self.path = path
    if path == "-" {
      descriptor = STDIN_FILENO
    } else {
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Self.error(errno, path) }
    }
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    // Where reading starts, for standard input that somebody has read from already.
    let start = isFile ? Int(lseek(descriptor, 0, SEEK_CUR)) : 0
    length = isFile && status.st_size > 0 ? Int(status.st_size) - max(start, 0) : nil
  }

  deinit {
    if descriptor != STDIN_FILENO { _ = close(descriptor) }
  }

  /// Lends each piece until there are no more; every piece but the last is full.
  ///
  /// - Throws: `FileError.changed` if a file turns out shorter or longer than it was when opened.
  func forEach(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    let capacity = min(Self.pieceLength, length.map { $0 + 1 } ?? Self.pieceLength)
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(capacity, 4096))
    defer { piece.deallocate() }
    var total = 0
    while true {
      let count = try fill(piece)
      total += count
      do {
        if count > 0 { try body(UnsafeBufferPointer(rebasing: piece[..<count])) }
      } catch {
        // What was wrong with half a change says nothing.
        try complainIfChanged()
        throw error
      }
      if count < piece.count { break }
    }
    if let length, total != length { throw FileError.changed(path: path) }
  }

  private func complainIfChanged() throws(FileError) {
    var status = stat()
    guard let length, path != "-", fstat(descriptor, &status) == 0 else { return }
    if Int(status.st_size) != length { throw FileError.changed(path: path) }
  }

  /// Reads until the piece is full or nothing is left, and says how much was read.
  private func fill(_ piece: UnsafeMutableBufferPointer<UInt8>) throws(FileError) -> Int {
    var filled = 0
    while filled < piece.count {
      let count = read(descriptor, piece.baseAddress.map { $0 + filled }, piece.count - filled)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.error(errno, path) }
      guard count > 0 else { break }
      filled += count
    }
    return filled
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
