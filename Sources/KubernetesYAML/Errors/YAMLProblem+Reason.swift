extension YAMLProblem {
  var reason: YAMLError.Reason {
    switch self {
    case .tooDeep, .tooLarge, .expandsTooMuch, .anchor, .alias, .tag, .mergeKey, .directive, .byteOrderMarkInside:
      .unsupported
    default: .malformed
    }
  }
}
