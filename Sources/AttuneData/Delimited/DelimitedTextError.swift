import AttuneTables

/// Why a delimited text cannot be read, and where: a line and a character, both counted from 1.
public struct DelimitedTextError: Error, Sendable, Hashable {
  public enum Problem: Sendable, Hashable {
    case empty
    case noRows
    case notUTF8
    case nulByte
    case unclosedQuote
    /// Longer than any line of cells: no such text, or a quotation mark that is never closed.
    case tooLong
    /// Something after a closing quotation mark, or a quotation mark inside a cell without them.
    case strayQuote
    case ragged(cells: Int, columns: Int)
    case columnTwice(String)
    case unknownColumn(String, nearest: String?)
    case usedTwice(String)
    case notANumber(column: String, value: String)
    case outOfRange(column: String, value: String)
  }

  public let problem: Problem
  public let line: Int
  public let column: Int

  public init(_ problem: Problem, line: Int, column: Int) {
    self.problem = problem
    self.line = line
    self.column = column
  }
}

extension DelimitedTextError: CustomStringConvertible {
  public var description: String { "line \(line), character \(column): \(problem.words)" }
}

extension DelimitedTextError.Problem {
  fileprivate var words: String {
    switch self {
    case .empty: "there is nothing to read"
    case .noRows: "there is a line of column names and no case below it"
    case .notUTF8:
      "the text is not written in UTF-8; save it again as UTF-8, as in 'CSV UTF-8' of a spreadsheet"
    case .nulByte:
      """
      there is a byte 0, which no text has; save it again as UTF-8, as in 'CSV UTF-8' of a \
      spreadsheet
      """
    case .unclosedQuote: "a quotation mark opens here and is never closed"
    case .tooLong:
      """
      this line goes on for more than 16 MB; is a quotation mark left open, or is this not a table?
      """
    case .strayQuote:
      """
      a quotation mark inside a cell; a cell with one is written in quotation marks, each inside \
      doubled
      """
    case .ragged(let cells, let columns):
      "this line has \(cells) \(cells == 1 ? "cell" : "cells"), and there "
        + (columns == 1 ? "is 1 column" : "are \(columns) columns")
    case .columnTwice(let name): "two columns are called '\(name.shortened)'"
    case .unknownColumn(let name, let nearest):
      "there is no column '\(name.shortened)'"
        + (nearest.map { "; did you mean '\($0.shortened)'?" } ?? "")
    case .usedTwice(let name):
      "column '\(name.shortened)' cannot be both scores and groups"
    case .notANumber(let column, let value):
      "'\(value.shortened)' in column '\(column.shortened)' is not a number; "
        + (value.isDecimalComma
          ? "is the comma a decimal mark here?"
          : "if it stands for a missing answer, name it with --missing")
    case .outOfRange(let column, let value):
      """
      '\(value.shortened)' in column '\(column.shortened)' is too large or too small to compute \
      with
      """
    }
  }
}

extension String {
  /// Whether the text is a number once its comma is a point.
  fileprivate var isDecimalComma: Bool {
    if case .number = NumberText(hasDecimalComma: true).read(self) { return true }
    return false
  }

  /// At most 40 characters, with nothing in them that could steer a terminal.
  fileprivate var shortened: String {
    (count > 40 ? String(prefix(39)) + "…" : self).inert
  }
}
