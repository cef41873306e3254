/** Whether a last day lies before the day of the question. */
export const passed = (flow, { uiterlijk }) => uiterlijk < flow.state.answer.peildatum;
