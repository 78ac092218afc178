#include "config/key_notes.h"

namespace lobby::config {

namespace {

constexpr std::string_view text = R"(
the file
  organisation: Who you are: it stands in the strip and on the standby slide.
  screen: How the screen hangs, and in which time zone.
  theme: The theme, a folder of layouts, that says how slides look.
  themes: Themes that come by themselves on feasts, on days that remember the dead, in mourning and at night.
  sources: Where content comes from: feeds, pages, photos, USB sticks, weather.
  calendars: Calendars of days kept every year that come with the player, by name.
  leave_out: Names of days of those calendars that are not kept here.
  anniversaries: Days kept every year of your own, or what is different here about a day of a calendar.
  notices: What everyone should read.
  duty_folder: The folder in which the duty officer drops notices; by default notices in the state folder.
  notice_feed: Signed notices from the network.
  mourning: The whole show in mourning, with or without a slide that says why.
  playlist: The rotation: which slides, and how many of each, in which order.
  programmes: Other playlists and themes at certain times.
  rotation: In which order slides of a kind take turns, how soon they repeat, and whether fresh news comes more often.
  dwell: How long a slide stays.
  movement: How slides change, and whether photos drift.
  panel_care: What keeps the panel from burning in.
  ca_file: Certificates (PEM) of authorities to trust besides the system's.
  device: Who this player is among many, for what is fetched for it alone.
  remote: A signed bundle of config, themes, fonts and art from the network.
  push: A broker of MQTT that brings signed notices and reloads at once.
  welcomes: Guests of the house.
  rosters: Who is on duty, in a table.
  figures: Numbers worth a look.
  quotations: What somebody said.
  qr: Beside each story a QR code that leads a telephone to its article.
  ticker: A line of news that runs under all slides.

'screen'
  rotate: Turns the picture by so many degrees clockwise; at 90 and 270 slides are laid out upright.
  timezone: For the clock, the dates and the notices: Asia/Ho_Chi_Minh where nothing is said, or an offset such as UTC+7.
  mode: To what a display without a desktop is switched, such as 1920x1080@60. By default its own, but of one larger than 2560x1600 one of at most 1920x1200.
  on: When the screen is on, as parts of the day or as in the when of a programme. Without it nothing is ever switched.
  brightness: How bright the screen is, in per cent, always or at certain times.
  power: By what it is switched off, dpms, cec, backlight, ddc.
  wake: How long it is on after a key was pressed or the duty officer asked for it.

an entry of 'brightness'
  level: Per cent.
  when: At which moments; without it at all others.

'device'
  name: Of this player.
  group: Of the players that share a config.

'remote'
  url: Where the bundle lies; {device} and {group} in it stand for those of this player.
  public_key: The line of a .pub file of minisign that begins with RW, or several; what none of them signed is never used.
  every: How often the bundle is asked for.
  probation: A new bundle is taken back where the show does not run well for so long.

'push'
  broker: Where the broker is, such as mqtts://broker.example:8883.
  user: The name that the broker asks for.
  password_file: A file that only the player can read, with the password alone.
  topic: How all topics begin; {device} and {group} in it stand for those of this player.
  public_key: The line of a .pub file of minisign that begins with RW; by default that of notice_feed.

'themes'
  festive: On a great day, a public holiday or a round year of celebration, on the very day; for Tết while its banner hangs.
  solemn: On the very day of an anniversary that remembers the dead.
  mourning: During a mourning; it goes before every other theme.
  night: In the late hours.

'night'
  theme: The theme of the late hours.
  from: The first minute of the night.
  until: The minute in which the night is over.

an entry of 'sources'
  name: Visitors see it above the headline or the caption; no two sources have the same.
  feed: An RSS, RDF, Atom or JSON feed.
  page: A portal page that lists news; its items are found by themselves, or by a recipe.
  photos: A folder of pictures, or a list of them.
  usb: The folder of that name at the top of whichever USB stick is put in.
  weather: A forecast in JSON.
  place: Where the forecast is for, as visitors read it; else as the document has it.
  recipe: XPath expressions that find the news in the page.
  every: How often the source is asked for something new; of weather 30m where nothing is said.
  keep: The newest so many items; of photos and sticks 500 where nothing is said.
  max_age: Items published longer ago are left out.
  articles: Read the article behind each headline for its photos, captions and lead.
  show: As stories, or only the pictures.
  include: Only stories with one of these marks.
  exclude: No stories with one of these marks; stronger than include.
  hold: Stories and photos wait until approved names them.
  approved: Links, ids, titles or file names of what may be shown of a source that holds.
  weight: Each of its stories and pictures has so many turns where those of other sources have one.

an entry of 'photos'
  image: Where the picture is.
  caption: What visitors read under it.

'include'
  sections: Names of sections, compared whole.
  words: Words or phrases of title or summary, compared whole.

'exclude'
  sections: Names of sections, compared whole.
  words: Words or phrases of title or summary, compared whole.

'recipe'
  item: Finds each item in the page.
  title: Finds the headline inside an item.
  link: Finds the address of the article inside an item.
  date: Finds the date inside an item.
  summary: Finds the lead inside an item.
  image: Finds the picture inside an item.

an entry of 'anniversaries'
  name: Whose day it is, as the banner says it.
  since: The first such day; its year is what years are counted from. Beside day or lunar that year alone.
  day: The day of every year, where the first is not known.
  lunar: The day of every lunar year.
  tone: How the day is kept: it chooses the words, the colours and the theme.
  window: For how many days the banner hangs.
  motto: A line under the name.
  countdown: So many days before it a slide begins to count down; 0: none.
  source: The document that names the day; for whoever reads the file.

'window'
  before: So many days before the day.
  after: So many days after the day.

an entry of 'notices'
  text: What it says.
  detail: A second, smaller paragraph.
  from: Shown from then on.
  until: Shown until then; a date alone means the end of that day.
  urgent: Overrides everything else within a second.

'notice_feed'
  url: Where the signed document is.
  public_key: The line of a .pub file of minisign that begins with RW; what it has not signed is never shown.
  every: How often the document is asked for.

'mourning'
  from: The first moment.
  until: The last moment; a date alone means the end of that day.
  text: What the slide of mourning says; without it there is no such slide.
  detail: A second paragraph.

an entry of 'playlist'
  anniversaries: The banners that hang today, then the countdowns.
  headlines: One story a slide.
  photos: One picture a slide.
  headline-list: The newest headlines under one another.
  notices: The notices that are shown now.
  welcomes: The guests who are welcome now.
  rosters: The tables of duty that hang now.
  figures: The figures that hang now.
  quotations: The quotations that hang now.
  series: The photos of one story after each other.
  weather: A slide for each source of weather.
  from: Only what comes from these sources.
  every: The step has its turn in the first of so many rounds.

an entry of 'programmes'
  name: For schedule, which prints who rules.
  when: While it holds the programme counts; without it always.
  priority: Of the programmes that count the highest rules; of two with the same the first.
  playlist: The rotation at these times.
  theme: The theme at these times; it goes before those of days and of the night.

an occasion
  hours: A part of the day; what comes after midnight belongs to the day before.
  weekdays: Days of the week.
  dates: Days of every year, or of certain years.
  lunar: Days of every lunar year.
  days: Public holidays, working days, or an observance by its name.
  not: None of these may hold.

'rotation'
  seed: News and photos in an order of its own for each number; without it the newest first.
  least_gap: So much time passes before a slide comes again, where there is enough else to show.
  fresh: New things come up more often.

'least_gap'
  anniversaries: Of banners and countdowns.
  headlines: Of stories.
  photos: Of pictures.
  headline-list: Of the list of headlines.
  notices: Of notices.
  welcomes: Of welcomes.
  rosters: Of rosters.
  figures: Of figures.
  quotations: Of quotations.
  series: Of series of photos.
  weather: Of the weather.

'fresh'
  within: What is younger is fresh.
  times: So many turns where others have one.

'dwell'
  base: Every slide stays so long,
  per_word: and so much longer for each word on it,
  least: but at least so long
  most: and at most so long.
  fixed: Every slide stays exactly so long, whatever stands on it.

'movement'
  transition: How a slide gives way to the next.
  duration: How long that takes, on top of its dwell.
  calm: Nothing moves: what would, fades.
  drift: A photo drifts behind its caption by so many per cent of its side; 0: it stands.
  slides: Other transitions for slides of a kind when they arrive.

'slides'
  headline: When a story arrives.
  photo: When a photo arrives.
  photo-pair: When two photos arrive.
  headline-list: When the list of headlines arrives.
  anniversary: When a banner or a countdown arrives.
  notice: When a notice arrives.
  mourning: When the slide of mourning arrives.
  welcome: When a welcome arrives.
  roster: When a page of a roster arrives.
  figures: When figures arrive.
  quotation: When a quotation arrives.
  weather: When the weather arrives.
  standby: When the standby slide arrives.

'panel_care'
  orbit: The whole picture wanders by so many pixels each way; 0: it stays in its place.
  strip: Where the strip hangs: below the slides, above them, or changing sides.
  static_limit: After so long an alternating strip hangs on the other side.

'ticker'
  texts: They come first in each round.
  headlines: Then so many of the newest headlines; 0 needs texts.
  from: Only headlines of these sources.
  speed: Pixels a second on a screen 1080 pixels high.

an entry of 'welcomes'
  who: Who is welcome.
  detail: A second line.
  from: Shown from then on.
  until: Shown until then; a date alone means the end of that day.
  when: Shown while that holds.

an entry of 'rosters'
  title: What the table is about.
  columns: The heads of its columns.
  rows: Its rows: a list of cells each, as many as there are columns.
  show: All rows, or those alone that count now.
  from: Shown from then on.
  until: Shown until then; a date alone means the end of that day.
  when: Shown while that holds.

an entry of 'rows'
  cells: As many as there are columns.
  when: While it holds the row counts now.

an entry of 'figures'
  title: What the figures are about.
  entries: The figures.
  from: Shown from then on.
  until: Shown until then; a date alone means the end of that day.
  when: Shown while that holds.

an entry of 'entries'
  value: The number, set as it is written.
  unit: What it is a number of.
  caption: What is counted.
  change: Against another time.

an entry of 'quotations'
  text: What was said; marks around all of it are the layout's.
  author: Who said it.
  source: Where it is written.
  from: Shown from then on.
  until: Shown until then; a date alone means the end of that day.
  when: Shown while that holds.
)";

}  // namespace

std::vector<KeyNote> config_notes() { return parse_key_notes(text); }

}  // namespace lobby::config
