const light = {
  text: '#1b1f24', subtle: '#57606a', background: '#ffffff', bubble: '#f2f4f7', accent: '#0b57a4', onAccent: '#ffffff', border: '#c9d1d9', hover: '#e6ebf1'
};

const dark = {
  text: '#e9edf1', subtle: '#a5afba', background: '#14181d', bubble: '#222931', accent: '#8cc2ff', onAccent: '#0b1a2b', border: '#414b56', hover: '#2d3640'
};

/** The style options of Web Chat in the colours of style.css. */
export function styleOptions(isDark) {
  const c = isDark ? dark : light;
  return {
    accent: c.accent,
    backgroundColor: c.background,
    subtle: c.subtle,
    primaryFont: 'inherit',
    bubbleBackground: c.bubble,
    bubbleTextColor: c.text,
    bubbleBorderWidth: 0,
    bubbleBorderRadius: 10,
    bubbleMaxWidth: 720,
    bubbleFromUserBackground: c.accent,
    bubbleFromUserTextColor: c.onAccent,
    bubbleFromUserBorderWidth: 0,
    bubbleFromUserBorderRadius: 10,
    timestampColor: c.subtle,
    sendBoxBackground: c.background,
    sendBoxTextColor: c.text,
    sendBoxPlaceholderColor: c.subtle,
    sendBoxBorderTop: `solid 1px ${c.border}`,
    sendBoxButtonColor: c.accent,
    sendBoxButtonColorOnHover: c.text,
    sendBoxButtonColorOnFocus: c.text,
    sendBoxButtonShadeColorOnHover: c.hover,
    sendBoxButtonShadeColorOnFocus: c.hover,
    sendBoxTextWrap: true,
    hideUploadButton: true,
    suggestedActionLayout: 'flow',
    suggestedActionBackgroundColor: c.background,
    suggestedActionTextColor: c.accent,
    suggestedActionBorderColor: c.accent,
    suggestedActionBorderRadius: 18,
    suggestedActionBackgroundColorOnHover: c.hover,
    suggestedActionBackgroundColorOnFocus: c.hover,
    suggestedActionBackgroundColorOnActive: c.hover,
    suggestedActionTextColorOnHover: c.text,
    suggestedActionTextColorOnFocus: c.text,
    suggestedActionTextColorOnActive: c.text,
    transcriptOverlayButtonBackground: c.bubble,
    transcriptOverlayButtonColor: c.text,
    notificationText: c.text,
    typingAnimationBackgroundImage: undefined
  };
}
