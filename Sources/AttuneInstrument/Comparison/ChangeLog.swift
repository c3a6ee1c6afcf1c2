/// Changes as they are found.
struct ChangeLog {
  private(set) var changes: [InstrumentChange] = []

  mutating func note(
    _ effect: DataEffect, _ subject: String?, _ sentence: String, was: String? = nil,
    now: String? = nil
  ) {
    changes.append(InstrumentChange(effect, about: subject, sentence, was: was, now: now))
  }

  /// Notes that `what` is new, is gone or changed, where it did.
  mutating func compare<Value: Equatable>(
    _ old: Value?, _ new: Value?, _ effect: DataEffect, _ subject: String?, _ what: String,
    words: (Value) -> String
  ) {
    guard old != new else { return }
    let verb = old == nil ? "is new" : new == nil ? "is gone" : "changed"
    note(effect, subject, "\(what) \(verb)", was: old.map(words), now: new.map(words))
  }

  mutating func compare(
    _ old: String?, _ new: String?, _ effect: DataEffect, _ subject: String?, _ what: String
  ) {
    compare(old, new, effect, subject, what) { $0 }
  }

  mutating func compare(
    _ old: InsertText?, _ new: InsertText?, _ effect: DataEffect, _ subject: String?, _ what: String
  ) {
    compare(old?.source, new?.source, effect, subject, what) { $0 }
  }

  /// Notes a list of remarks that is another one.
  mutating func compare(
    _ old: [String], _ new: [String], _ effect: DataEffect, _ subject: String?, _ what: String
  ) {
    compare(
      old.isEmpty ? nil : old, new.isEmpty ? nil : new, effect, subject, what
    ) { $0.joined(separator: "\n") }
  }

  /// Notes what is in one of two lists alone, by name, and gives the pairs that are in both.
  mutating func pairs<Value>(
    _ old: [Value], _ new: [Value], _ name: (Value) -> String, _ effect: DataEffect,
    _ kind: String, words: (Value) -> String? = { _ in nil }
  ) -> [(old: Value, new: Value)] {
    let before = Dictionary(old.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.map(name))
    for value in old where !after.contains(name(value)) {
      note(effect, name(value), "\(kind) \"\(name(value))\" is gone", was: words(value))
    }
    var pairs: [(old: Value, new: Value)] = []
    for value in new {
      if let earlier = before[name(value)] {
        pairs.append((earlier, value))
      } else {
        note(effect, name(value), "\(kind) \"\(name(value))\" is new", now: words(value))
      }
    }
    return pairs
  }
}
