/* eslint-disable no-restricted-syntax -- icons are files of the build, put in as they are */
/** Icons of one set (Fluent System Icons). They never stand alone: the control they sit in has a name. */
import add from '@fluentui/svg-icons/icons/add_20_regular.svg?raw';
import arrowDown from '@fluentui/svg-icons/icons/arrow_down_20_regular.svg?raw';
import arrowDownload from '@fluentui/svg-icons/icons/arrow_download_20_regular.svg?raw';
import arrowImport from '@fluentui/svg-icons/icons/arrow_import_20_regular.svg?raw';
import arrowLeft from '@fluentui/svg-icons/icons/arrow_left_20_regular.svg?raw';
import arrowUp from '@fluentui/svg-icons/icons/arrow_up_20_regular.svg?raw';
import redo from '@fluentui/svg-icons/icons/arrow_redo_20_regular.svg?raw';
import undo from '@fluentui/svg-icons/icons/arrow_undo_20_regular.svg?raw';
import attach from '@fluentui/svg-icons/icons/attach_20_regular.svg?raw';
import calendar from '@fluentui/svg-icons/icons/calendar_ltr_20_regular.svg?raw';
import checkmark from '@fluentui/svg-icons/icons/checkmark_circle_20_regular.svg?raw';
import chevronDown from '@fluentui/svg-icons/icons/chevron_down_20_regular.svg?raw';
import chevronLeft from '@fluentui/svg-icons/icons/chevron_left_20_regular.svg?raw';
import chevronRight from '@fluentui/svg-icons/icons/chevron_right_20_regular.svg?raw';
import circle from '@fluentui/svg-icons/icons/circle_20_regular.svg?raw';
import comment from '@fluentui/svg-icons/icons/comment_20_regular.svg?raw';
import cut from '@fluentui/svg-icons/icons/cut_20_regular.svg?raw';
import darkTheme from '@fluentui/svg-icons/icons/dark_theme_20_regular.svg?raw';
import remove from '@fluentui/svg-icons/icons/delete_20_regular.svg?raw';
import dismiss from '@fluentui/svg-icons/icons/dismiss_20_regular.svg?raw';
import documentAdd from '@fluentui/svg-icons/icons/document_add_20_regular.svg?raw';
import documentEdit from '@fluentui/svg-icons/icons/document_edit_20_regular.svg?raw';
import documentPageBreak from '@fluentui/svg-icons/icons/document_page_break_20_regular.svg?raw';
import documentText from '@fluentui/svg-icons/icons/document_text_20_regular.svg?raw';
import edit from '@fluentui/svg-icons/icons/edit_20_regular.svg?raw';
import error from '@fluentui/svg-icons/icons/error_circle_20_regular.svg?raw';
import eye from '@fluentui/svg-icons/icons/eye_20_regular.svg?raw';
import history from '@fluentui/svg-icons/icons/history_20_regular.svg?raw';
import help from '@fluentui/svg-icons/icons/question_circle_20_regular.svg?raw';
import grid from '@fluentui/svg-icons/icons/table_20_regular.svg?raw';
import info from '@fluentui/svg-icons/icons/info_20_regular.svg?raw';
import listBullets from '@fluentui/svg-icons/icons/text_bullet_list_ltr_20_regular.svg?raw';
import listNumbers from '@fluentui/svg-icons/icons/text_number_list_ltr_20_regular.svg?raw';
import lock from '@fluentui/svg-icons/icons/lock_closed_20_regular.svg?raw';
import mail from '@fluentui/svg-icons/icons/mail_inbox_20_regular.svg?raw';
import matchCase from '@fluentui/svg-icons/icons/text_change_case_20_regular.svg?raw';
import notebook from '@fluentui/svg-icons/icons/notebook_20_regular.svg?raw';
import merge from '@fluentui/svg-icons/icons/merge_20_regular.svg?raw';
import more from '@fluentui/svg-icons/icons/more_horizontal_20_regular.svg?raw';
import navigation from '@fluentui/svg-icons/icons/panel_left_20_regular.svg?raw';
import pageFit from '@fluentui/svg-icons/icons/document_one_page_20_regular.svg?raw';
import peopleList from '@fluentui/svg-icons/icons/people_list_20_regular.svg?raw';
import person from '@fluentui/svg-icons/icons/person_20_regular.svg?raw';
import placeholder from '@fluentui/svg-icons/icons/braces_20_regular.svg?raw';
import print from '@fluentui/svg-icons/icons/print_20_regular.svg?raw';
import quote from '@fluentui/svg-icons/icons/text_quote_20_regular.svg?raw';
import certificate from '@fluentui/svg-icons/icons/certificate_20_regular.svg?raw';
import documentCheck from '@fluentui/svg-icons/icons/document_checkmark_20_regular.svg?raw';
import search from '@fluentui/svg-icons/icons/search_20_regular.svg?raw';
import settings from '@fluentui/svg-icons/icons/settings_20_regular.svg?raw';
import sync from '@fluentui/svg-icons/icons/arrow_sync_20_regular.svg?raw';
import bold from '@fluentui/svg-icons/icons/text_bold_20_regular.svg?raw';
import italic from '@fluentui/svg-icons/icons/text_italic_20_regular.svg?raw';
import subscript from '@fluentui/svg-icons/icons/text_subscript_20_regular.svg?raw';
import superscript from '@fluentui/svg-icons/icons/text_superscript_20_regular.svg?raw';
import underline from '@fluentui/svg-icons/icons/text_underline_20_regular.svg?raw';
import warning from '@fluentui/svg-icons/icons/warning_20_regular.svg?raw';
import wholeWord from '@fluentui/svg-icons/icons/text_whole_word_20_regular.svg?raw';
import zoomIn from '@fluentui/svg-icons/icons/zoom_in_20_regular.svg?raw';
import zoomOut from '@fluentui/svg-icons/icons/zoom_out_20_regular.svg?raw';

const ICONS = {
  add,
  arrowDown,
  arrowDownload,
  arrowImport,
  arrowLeft,
  arrowUp,
  attach,
  bold,
  calendar,
  certificate,
  checkmark,
  chevronDown,
  chevronLeft,
  chevronRight,
  circle,
  comment,
  cut,
  darkTheme,
  dismiss,
  documentAdd,
  documentCheck,
  documentEdit,
  documentPageBreak,
  documentText,
  edit,
  error,
  eye,
  grid,
  help,
  history,
  info,
  italic,
  listBullets,
  listNumbers,
  lock,
  mail,
  matchCase,
  merge,
  more,
  navigation,
  notebook,
  pageFit,
  peopleList,
  person,
  placeholder,
  print,
  quote,
  redo,
  remove,
  search,
  settings,
  sync,
  subscript,
  superscript,
  underline,
  undo,
  warning,
  wholeWord,
  zoomIn,
  zoomOut,
};

export type IconName = keyof typeof ICONS;

export function Icon({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) {
  return (
    // Shipped with the program, never from a person.
    <span
      className={small ? 'icon icon-small' : 'icon'}
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: ICONS[name] }}
    />
  );
}
