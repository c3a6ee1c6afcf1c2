/// A name, or a run of names in the order of the file: `area1 to area9`.
struct NameRun: Sendable, Hashable {
  var first: Name
  var last: Name?
}
