// The rule that oxlint lacks: `new Date()` without an argument reads the clock, `new Date(value)` does not.
const noClock = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node) => {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return
      if (node.type === 'NewExpression' && node.arguments.length > 0) return
      context.report({ node, message: 'This room knows no clock: take `now` as an argument.' })
    }
    return { NewExpression: report, CallExpression: report }
  },
}

export default { meta: { name: 'telar' }, rules: { 'no-clock': noClock } }
