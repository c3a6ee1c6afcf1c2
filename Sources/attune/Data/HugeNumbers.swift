/// Refuses a column with a number whose square is more than any number can hold: nobody scores it, and
/// some programs write a missing value so.
func refuseHuge(_ values: [Double?], of name: String) throws {
  guard let row = values.firstIndex(where: { abs($0 ?? 0) > 1e150 }), let value = values[row] else {
    return
  }
  throw failure(
    """
    in row \(row + 1) of the data '\(name)' is \(value), too large to compute with. Where it stands \
    for a missing value, say so with --missing.
    """)
}
