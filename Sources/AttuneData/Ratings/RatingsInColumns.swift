extension DataColumns {
  /// The columns of names as ratings: numbers where every one of them is a number, else categories.
  ///
  /// - Parameters:
  ///   - raters: The columns, in their order.
  ///   - order: The categories from lowest to highest, where they have an order.
  ///   - hasDecimalComma: Whether numbers are written `3,5`.
  /// - Returns: One column of ratings for each rater.
  /// - Throws: `RatingsError` for a rating that is none of the categories.
  public func ratings(
    _ raters: [String], order: [String]? = nil, hasDecimalComma: Bool = false
  ) throws(RatingsError) -> Ratings {
    let columns = raters.map { levels[$0] ?? Levels(names: [], codes: []) }
    let reader = NumberText(hasDecimalComma: hasDecimalComma)
    if order == nil {
      let numbers = columns.compactMap { $0.numbers(reader) }
      if numbers.count == columns.count { return Ratings(raters: raters, columns: numbers) }
    }
    return try Ratings(raters: raters, names: columns.map(\.values), order: order)
  }
}

extension Levels {
  /// The number of each case, or `nil` if one of the names is no number.
  fileprivate func numbers(_ reader: NumberText) -> [Double?]? {
    let numbers = names.compactMap { name -> Double? in
      guard case .number(let number) = reader.read(name) else { return nil }
      return number
    }
    guard numbers.count == names.count else { return nil }
    return codes.map { $0 < 0 ? nil : numbers[Int($0)] }
  }
}
