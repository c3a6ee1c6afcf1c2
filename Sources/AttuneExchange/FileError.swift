import AttuneTables

/// Why a file cannot be read.
public enum FileError: Error, Sendable, Hashable {
  case missing(path: String)
  case isFolder(path: String)
  case notAllowed(path: String)
  /// Its length is not what it was when it was opened.
  case changed(path: String)
  /// A gzip archive that breaks off before its end.
  case archiveCutShort(path: String)
  /// A gzip archive whose content is not what was packed.
  case archiveDamaged(path: String)
  /// A gzip archive that unpacks to hundreds of times its size.
  case archiveTooLarge(path: String)
  /// A ZIP archive, which workbooks such as `.xlsx` and `.ods` are too.
  case isWorkbook(path: String)
  /// Anything else, in the words of the operating system.
  case unreadable(path: String, reason: String)
}

extension FileError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path): "there is no file '\(path.inert)'"
    case .isFolder(let path): "'\(path.inert)' is a folder, not a file"
    case .notAllowed(let path): "this account may not read '\(path.inert)'"
    case .changed(let path):
      """
      \(path.named) changed while it was read, so that nobody could say what the results are \
      about; try again when nothing writes to it
      """
    case .archiveCutShort(let path):
      """
      \(path.named) breaks off before the end of its gzip archive; copy or download it again
      """
    case .archiveDamaged(let path):
      """
      \(path.named) is a damaged gzip archive: what it holds is not what was packed; copy or \
      download it again
      """
    case .archiveTooLarge(let path):
      """
      \(path.named) unpacks to more than 100 times its size, which no table of answers does; if it \
      is one, unpack it with gunzip and read that
      """
    case .isWorkbook(let path):
      """
      \(path.named) is a ZIP archive or a workbook such as .xlsx; save the sheet as CSV ('CSV \
      UTF-8'), or unpack the archive, and read that
      """
    case .unreadable(let path, let reason): "'\(path.inert)' cannot be read: \(reason)"
    }
  }
}

extension String {
  /// A path as people know it.
  fileprivate var named: String { self == "-" ? "standard input" : "'\(inert)'" }
}
