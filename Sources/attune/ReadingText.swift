import AttuneDiagnostics
import Foundation

extension SourceText {
  /// What a person may write in the place of a file name: `-` is standard input.
  static func load(_ argument: String) throws -> SourceText {
    guard argument == "-" else { return try SourceText(path: argument) }
    let name = "standard input"
    return try SourceText(name: name, bytes: try bytes(of: STDIN_FILENO, name: name))
  }

  /// Reads a text file whole; one that is too large is refused before it is read.
  init(path: String) throws {
    // Not waiting here, so that a pipe that nobody writes to can be told.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw FileFailure.missing(path)
      case EACCES, EPERM: throw FileFailure.unreadable(path)
      default: throw failure("I could not open '\(path)': \(systemWords(errno)).")
      }
    }
    defer { close(descriptor) }
    try self.init(name: path, bytes: try Self.bytes(of: descriptor, name: path))
  }

  /// The bytes that can be read, up to one more than there may be.
  private static func bytes(of descriptor: Int32, name: String) throws -> [UInt8] {
    var about = stat()
    guard fstat(descriptor, &about) == 0 else {
      throw failure("I could not open '\(name)': \(systemWords(errno)).")
    }
    switch about.st_mode & S_IFMT {
    case S_IFDIR: throw FileFailure.folder(name)
    case S_IFREG:
      if about.st_size > Self.mostBytes + 3 { throw UnreadableText.tooLarge(name: name) }
    case S_IFIFO where descriptor != STDIN_FILENO: try waitForWords(in: descriptor, name)
    default: break
    }
    if descriptor != STDIN_FILENO { _ = fcntl(descriptor, F_SETFL, O_RDONLY) }
    var bytes = [UInt8](repeating: 0, count: Self.mostBytes + 4)
    var count = 0
    while count < bytes.count {
      let more = bytes.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count)
      }
      if more < 0, errno == EINTR { continue }
      guard more >= 0 else { throw failure("I could not read '\(name)': \(systemWords(errno)).") }
      if more == 0 { break }
      count += more
    }
    return Array(bytes[..<count])
  }

  /// Waits a little for whatever writes to a pipe.
  private static func waitForWords(in descriptor: Int32, _ name: String) throws {
    var pipe = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    if poll(&pipe, 1, 2_000) == 0 {
      throw failure("'\(name)' is a pipe, and nothing has come out of it; I need a file.")
    }
  }
}

private func systemWords(_ code: Int32) -> String {
  String(cString: strerror(code)).lowercased()
}
