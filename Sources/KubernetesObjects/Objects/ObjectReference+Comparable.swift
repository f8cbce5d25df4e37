extension ObjectReference: Comparable {
  /// By namespace, then by kind, by name and by group, each in the order of its bytes.
  public static func < (left: ObjectReference, right: ObjectReference) -> Bool {
    let order = left.namespace.byteOrder(to: right.namespace)
    if order != 0 { return order < 0 }
    let kinds = left.kind.byteOrder(to: right.kind)
    if kinds != 0 { return kinds < 0 }
    let names = left.name.byteOrder(to: right.name)
    return names == 0 ? left.apiGroup.precedesInBytes(right.apiGroup) : names < 0
  }
}
