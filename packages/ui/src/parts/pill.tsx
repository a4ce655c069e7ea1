/** A chosen value in its colour; the text is always there, the colour only helps. */
export function Pill({ label, color }: { readonly label: string; readonly color: string }) {
  return (
    <span className="pill" data-color={color} title={label}>
      <span>{label}</span>
    </span>
  )
}
