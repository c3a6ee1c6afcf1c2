import AttuneDiagnostics

/// A value, and where in the text it was written.
struct Written<Value: Sendable & Hashable>: Sendable, Hashable {
  var value: Value
  var range: SourceRange

  init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

/// A name as written: not looked up yet.
typealias Name = Written<String>

/// Words that people read.
typealias Words = Written<String>
