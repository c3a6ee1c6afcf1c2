/// What one run of a command found: its tables, and everything needed to make them again.
public struct Results: Sendable, Hashable {
  /// The data that were read.
  public struct Source: Sendable, Hashable {
    public let path: String
    /// Of the bytes as read, 64 lower-case digits.
    public let sha256: String
    /// Rows in the data, before anything was left out.
    public let cases: Int

    public init(path: String, sha256: String, cases: Int) {
      self.path = path
      self.sha256 = sha256
      self.cases = cases
    }
  }

  /// A setting that the results depend on, under its name on the command line.
  public struct Setting: Sendable, Hashable {
    public let name: String
    public let value: Cell

    public init(_ name: String, _ value: Cell) {
      self.name = name
      self.value = value
    }
  }

  /// The version of attune that made them.
  public let version: String
  public let command: String
  /// `nil` for a command that reads no data.
  public let source: Source?
  public let options: [Setting]
  public let tables: [Table]
  public let cautions: [Caution]

  public init(
    version: String, command: String, source: Source?, options: [Setting] = [], tables: [Table],
    cautions: [Caution] = []
  ) {
    self.version = version
    self.command = command
    self.source = source
    self.options = options
    self.tables = tables
    self.cautions = cautions
  }
}

extension Results {
  /// What made them, of which data and with which settings, in a sentence; of a path just its end.
  var origin: String {
    let data = source.map { source in
      let name = source.path.split(separator: "/").last.map(String.init) ?? source.path
      return " of \(name) (\(source.cases) \(source.cases == 1 ? "row" : "rows"))"
    }
    let settings = options.compactMap { option -> String? in
      switch option.value.content {
      case .text(let text): "\(option.name) \(text)"
      case .count(let count): "\(option.name) \(count)"
      case .real(let number): "\(option.name) \(number)"
      case .unavailable: nil
      }
    }
    return "attune \(version) \(command)\(data ?? "")"
      + (settings.isEmpty ? "." : ": \(settings.joined(separator: "; ")).")
  }
}
