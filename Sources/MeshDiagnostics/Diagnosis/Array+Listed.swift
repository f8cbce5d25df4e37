extension [Int] {
  /// The numbers as a list in a sentence: of very many the first ones and how many more there are, since nobody reads a hundred, and a
  /// hundred messages would say as many each.
  var listed: String {
    let (shown, more) = (prefix(10).map(String.init).joined(separator: ", "), count - 10)
    return more > 0 ? "\(shown) and \(more) more" : shown
  }
}
