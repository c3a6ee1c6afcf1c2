import AttuneExchange
import Foundation

extension ForeignFile {
  /// Whether the name is that of an SPSS or Stata file.
  static func isNamed(_ path: String) -> Bool {
    [".sav", ".zsav", ".dta"].contains { path.lowercased().hasSuffix($0) }
  }

  /// The file as this program, locked in, reads it.
  static func reading(_ path: String) throws -> ForeignFile {
    guard let program = Bundle.main.executablePath else {
      throw failure("I cannot find my own program, which has to read '\(path)'.")
    }
    return try ForeignFile(path, reader: (program, ["read-foreign"]))
  }
}
