/// Why a file cannot be read.
public enum FileError: Error, Sendable, Hashable {
  case missing(path: String)
  case isFolder(path: String)
  case notAllowed(path: String)
  /// Anything else, in the words of the operating system.
  case unreadable(path: String, reason: String)
}

extension FileError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path): "there is no file '\(path)'"
    case .isFolder(let path): "'\(path)' is a folder, not a file"
    case .notAllowed(let path): "this account may not read '\(path)'"
    case .unreadable(let path, let reason): "'\(path)' cannot be read: \(reason)"
    }
  }
}
