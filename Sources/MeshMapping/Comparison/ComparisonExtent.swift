/// How much is looked at again and again where releases are compared.
package enum ComparisonExtent: Sendable {
  /// What may have become something else.
  case whatMayDiffer
  /// Everything, as it is: the plain way, to hold the other one against.
  case everything
}
